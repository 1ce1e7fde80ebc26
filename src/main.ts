/** The Action's entry: takes the keys out of what others can read of this process, and loads the program proper. */
import process from 'node:process';
import { withHiddenSecrets } from './main/hidden-secrets.ts';

try {
  const environment = withHiddenSecrets(process);
  const { runAction } = await import('./main/action.ts');
  await runAction(environment);
} catch (fault) {
  // Node's own exit code for it, 1, would mean block.
  process.stderr.write(`this is a defect in pawl: ${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exitCode ??= 3;
}
// A handle that something left open must not hold the job until its timeout.
process.stdout.write('', () => process.exit());
