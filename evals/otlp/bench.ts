import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDecoding, measureOneTrace } from './measure.ts';

/**
 * How fast OTLP is decoded. Prints each figure beside its goal and ends with 1 where one is missed. `--traces N` in a
 * request, `--rounds N`, `--spans N` in the one large trace.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    traces: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '15' },
    spans: { type: 'string', default: '1000000' },
  },
});
const seed = Number(values.seed);
const figures = [
  ...measureDecoding(seed, Number(values.traces), Number(values.rounds)),
  measureOneTrace(seed, Number(values.spans)),
];
for (const { name, value, unit, goal, met } of figures)
  console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${value.toFixed(2)} ${unit} (goal: ${goal})`);
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify({ seed, figures }, null, 2)}\n`);
if (figures.some(({ met }) => !met)) process.exitCode = 1;
