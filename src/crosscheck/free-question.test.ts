import { describe, expect, test } from 'vitest';
import { questionRules, readQuestion } from './free-question.ts';

for (const { name, kind, reads } of questionRules)
  describe(name, () => {
    for (const [question, subject] of reads)
      test(question, () => {
        expect(readQuestion(question)).toEqual({ kind, subject, asOf: null });
        expect(readQuestion(`${question} ?`)).toEqual({ kind, subject, asOf: null });
      });
  });

const dated = [
  ['qui tenait Boukamal le 10 novembre 2017 ?', 'Boukamal', '2017-11-10'],
  ['who held Boukamal on 2017-11-10?', 'Boukamal', '2017-11-10'],
  ['qui tient Raqqa le 1er août 2017', 'Raqqa', '2017-08-01'],
  ['who holds Raqqa on 9 March 2018', 'Raqqa', '2018-03-09'],
] as const;
for (const [question, subject, asOf] of dated)
  test(question, () => expect(readQuestion(question)).toEqual({ kind: 'control', subject, asOf }));

for (const question of ['où est Boukamal', 'why', '', 'qui tient', 'la ville tient bon', 'who holds'])
  test(`nothing that it can answer: « ${question} »`, () => expect(readQuestion(question)).toBeNull());

test('there is no 31 November', () => expect(readQuestion('qui tient Raqqa le 31 novembre 2017')?.asOf).toBeNull());
