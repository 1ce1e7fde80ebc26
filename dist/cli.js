#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('pawl needs Node 24 or newer, this is ' + process.version + ': see https://nodejs.org');
  process.exit(2);
}
import('./program.js').catch(function (error) {
  console.error('this is a defect in pawl, not a regression:', error);
  process.exit(3);
});
