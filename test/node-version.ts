/** The tests mean nothing under another Node: the action runs on 24, and `npm ci` brings it. */
export function setup(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 24)
    throw new Error(`the tests run on Node 24, this is ${process.version}: start them with "npm test" after "npm ci"`);
}
