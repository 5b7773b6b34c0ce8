import type { Command } from 'commander';
import type { Speech } from './languages.ts';

/** What commander says of its own, in French: the titles of a help page, and what is wrong with a command line. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Emploi :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

const WRONG: readonly (readonly [pattern: RegExp, french: string])[] = [
  [/^error: unknown option '(?<seen>[^']*)'/, 'option inconnue : $<seen>'],
  [/^error: unknown command '(?<seen>[^']*)'/, 'commande inconnue : $<seen>'],
  [/^error: missing required argument '(?<seen>[^']*)'/, 'il manque l’argument $<seen>'],
  [/^error: option '(?<seen>[^']*)' argument missing/, 'il manque la valeur de l’option $<seen>'],
  [/^error: required option '(?<seen>[^']*)' not specified/, 'il manque l’option $<seen>'],
  [/^error: too many arguments for '(?<seen>[^']*)'.*/, 'trop d’arguments pour « $<seen> »'],
  [
    /^error: (?:option|command-argument value) '(?<seen>[^']*)'(?: argument)? '?(?<value>[^']*)'? is invalid\. Allowed choices are (?<choices>.*)\./,
    '« $<value> » ne convient pas à $<seen>. Valeurs reçues : $<choices>.',
  ],
  [
    /^error: option '(?<seen>[^']*)' argument '(?<value>[^']*)' is invalid\. ?/,
    '« $<value> » ne convient pas à $<seen> : ',
  ],
  [/\(Did you mean (?<seen>[^?]*)\?\)/, '(Vouliez-vous dire $<seen> ?)'],
];

/** Lets a program speak the language of the user in its help and its errors. Subcommands made after it inherit that. */
export function speakHelp(program: Command, { lang, say }: Speech, err: (text: string) => void): void {
  program
    .helpOption('-h, --help', say.helpOption)
    .helpCommand('help [command]', say.helpOption)
    .configureHelp({ styleTitle: (title) => (lang === 'fr' ? (TITLES[title] ?? title) : title) })
    .configureOutput({
      outputError: (text) =>
        err(lang === 'fr' ? WRONG.reduce((words, [seen, french]) => words.replace(seen, french), text) : text),
    });
}
