// Holds the schemas and the readers to the same verdict: node check.mjs <folder that schema_corpus wrote>
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { beyond, either, elsewhere, shape } from './sorts.mjs';

const folder = resolve(process.argv[2]);
const { default: Ajv } = createRequire(join(folder, 'package.json'))('ajv/dist/2020.js');
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false, allErrors: false });

const [codes, ...cases] = readFileSync(join(folder, 'cases.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const problems = [];

for (const code of codes) {
  const sorts = [shape.includes(code), beyond.includes(code), either.includes(code), elsewhere.test(code)];
  if (sorts.filter(Boolean).length !== 1) problems.push(`${code}: give it one place in tests/schema/sorts.mjs`);
}
for (const code of [...shape, ...beyond, ...either]) if (!codes.includes(code)) problems.push(`${code}: no such code`);

const validators = {};
for (const kind of new Set(cases.map((one) => one.kind)))
  validators[kind] = ajv.compile(JSON.parse(readFileSync(join(folder, `${kind}.schema.json`), 'utf8')));

const written = new Set(['cohort', 'changed', 'findings', 'jigsaw-report', 'assessment-report', 'results', 'assessor-decision']);
const counts = { files: 0, slips: 0, refused: 0, accepted: 0, open: 0 };
const met = new Set();
for (const { name, kind, slip, codes: found, file } of cases) {
  counts[slip ? 'slips' : 'files'] += 1;
  const errors = found.filter((code) => code.startsWith('E'));
  errors.forEach((code) => met.add(code));
  const accepted = validators[kind](file);
  const why = () => `${validators[kind].errors[0].instancePath || '/'} ${validators[kind].errors[0].message}`;
  // A writer is held to the fields and sorts of its table; which texts a pattern takes is left to the schema.
  if (written.has(kind) && slip && errors.length === 0) {
    counts.open += 1;
  } else if (errors.some((code) => shape.includes(code))) {
    counts.refused += 1;
    if (accepted) problems.push(`${kind}: ${name}: the reader says ${errors.join(', ')}, the schema accepts it`);
  } else if (errors.length === 0) {
    counts.accepted += 1;
    if (!accepted) problems.push(`${kind}: ${name}: the reader accepts it, the schema says ${why()}`);
  } else if (slip || errors.some((code) => either.includes(code))) {
    // A value of the wrong sort may also be found by what it would have meant.
    counts.open += 1;
  } else {
    counts.accepted += 1;
    if (!accepted) problems.push(`${kind}: ${name}: beyond shape (${errors.join(', ')}), but the schema says ${why()}`);
  }
}
for (const code of shape) if (!met.has(code)) problems.push(`${code}: no example of it reached the schemas`);

console.log(problems.slice(0, 60).join('\n'));
console.log(`${counts.files} files and ${counts.slips} slips: ${counts.refused} refused and ${counts.accepted} accepted ` +
  `by both, ${counts.open} wrong beyond shape; ${problems.length} problems`);
process.exit(problems.length === 0 && cases.length > 1000 ? 0 : 1);
