#!/usr/bin/env node
// usage: node compile.mjs [FOLDER]     FOLDER beside this file, with authored/ and texts/ of its own; this folder where it is left out
// Turns authored/*.json (exact words) and texts/*.txt into gold/*.gold.json (UTF-16 offsets), and validates. Any fault: nothing is written, exit 1.
// In an authored file a span is {"text": "exact words"}, with "nth": 2 where the words occur more than once and the second is meant.
import { readFileSync, writeFileSync, readdirSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cases = dirname(fileURLToPath(import.meta.url));
const here = join(cases, process.argv[2] ?? ".");
const SETS = {
  type: ["control", "capture", "attack", "movement", "presence", "strength", "casualties", "displacement", "victory", "support"],
  mode: ["direct", "indirect", "mixed"],
  act: ["say", "announce", "estimate", "accuse", "deny", "confirm", "warn", "promise", "deplore", "demand"],
  modality: ["actual", "hedged", "forecast", "intent"], polarity: ["affirmed", "negated"], bound: ["=", "<", ">", "~", "<=", ">="],
};
const DAY = /^\d{4}-\d{2}-\d{2}$/, POINT = String.raw`\d{4}(-\d{2}(-\d{2})?)?`, TIME = new RegExp(`^(${POINT}|(${POINT}|\\.\\.)/(${POINT}|\\.\\.))$`);
const errors = [], out = [];
const parties = new Set();
try { for (const p of JSON.parse(readFileSync(join(cases, "../data/parties/parties.json"), "utf8")).parties) parties.add(p.id); } catch { /* checked only where the list is at hand */ }
const NEW_PARTIES = new Set(JSON.parse(readFileSync(join(cases, "new-parties.json"), "utf8")));

for (const file of readdirSync(join(here, "authored")).filter((f) => f.endsWith(".json")).sort()) {
  const slug = file.slice(0, -5), a = JSON.parse(readFileSync(join(here, "authored", file), "utf8"));
  let text; try { text = readFileSync(join(here, "texts", `${slug}.txt`), "utf8"); } catch { errors.push(`${slug}: no text`); continue; }
  const fail = (where, what) => errors.push(`${slug} ${where}: ${what}`);
  const oneOf = (set, value, where) => { if (!SETS[set].includes(value)) fail(where, `${set} ${JSON.stringify(value)}`); };
  const locate = (span, where) => {
    if (span == null) return null;
    if (!span.text) { fail(where, "empty words"); return null; }
    const at = []; for (let i = text.indexOf(span.text); i >= 0; i = text.indexOf(span.text, i + 1)) at.push(i);
    if (!at.length) { fail(where, `not found: « ${span.text} »`); return null; }
    if (at.length > 1 && !span.nth) { fail(where, `${at.length} times, say which with nth: « ${span.text} »`); return null; }
    const start = at[(span.nth ?? 1) - 1];
    if (start === undefined) { fail(where, `only ${at.length} times: « ${span.text} »`); return null; }
    return { start, end: start + span.text.length, text: span.text };
  };
  if (a.document !== `${slug}.txt`) fail("document", a.document);
  if (a.published !== null && !DAY.test(a.published)) fail("published", a.published);
  const seen = new Set(); const fresh = (id) => { if (!id || seen.has(id)) fail(id, "id twice or missing"); seen.add(id); };
  const statements = a.statements.map((s) => { fresh(s.id); oneOf("mode", s.mode, s.id); oneOf("act", s.act, s.id);
    if (s.said !== null && !DAY.test(s.said)) fail(s.id, `said ${s.said}`);
    if (!s.content?.length) fail(s.id, "no content");
    return { ...s, content: s.content.map((c) => locate(c, s.id)), cue: locate(s.cue, `${s.id} cue`), source: locate(s.source, `${s.id} source`) }; });
  const claims = a.claims.map((c) => { fresh(c.id); oneOf("type", c.type, c.id); oneOf("modality", c.modality, c.id); oneOf("polarity", c.polarity, c.id);
    const span = locate({ text: c.text, ...(c.nth ? { nth: c.nth } : {}) }, c.id); const { id, type, text: _t, nth: _n, ...rest } = c;
    if (c.statement !== null) { const s = statements.find((x) => x.id === c.statement);
      if (!s) fail(c.id, `no statement ${c.statement}`);
      else if (span && !(Math.min(...s.content.map((x) => x?.start)) <= span.start && span.end <= Math.max(...s.content.map((x) => x?.end)))) fail(c.id, `stands outside the content of ${s.id}`); }
    else if (span) for (const s of statements) if (!s.optional && s.content.some((x) => x && x.start <= span.start && span.end <= x.end)) fail(c.id, `stands inside the content of ${s.id}`);
    if (c.quantity) { oneOf("bound", c.quantity.bound, c.id); if (typeof c.quantity.value !== "number" || !c.quantity.unit) fail(c.id, "quantity"); }
    if (c.time !== null && !TIME.test(c.time)) fail(c.id, `time ${c.time}`);
    for (const p of c.place) if (!text.includes(p.name)) fail(c.id, `place ${p.name} is not in the text`);
    if (parties.size) for (const p of [...c.actor, ...c.target]) if (!parties.has(p) && !NEW_PARTIES.has(p)) fail(c.id, `party ${p} is in no list`);
    return { id, type, start: span?.start, end: span?.end, text: span?.text, ...rest }; });
  const noise = a.noise.map((n) => locate(n, "noise"));
  out.push([slug, { document: a.document, published: a.published, publishedInText: a.publishedInText ?? null, noise, statements, claims }]);
}
if (errors.length) { console.error(`${errors.length} faults:\n${errors.join("\n")}`); process.exit(1); }
rmSync(join(here, "gold"), { recursive: true, force: true }); mkdirSync(join(here, "gold"));
for (const [slug, gold] of out) writeFileSync(join(here, "gold", `${slug}.gold.json`), `${JSON.stringify(gold, null, 1)}\n`);
console.log(`${out.length} documents, ${out.reduce((n, [, g]) => n + g.statements.length, 0)} statements, ${out.reduce((n, [, g]) => n + g.claims.length, 0)} claims`);
