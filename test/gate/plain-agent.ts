/**
 * How most agents of the tests speak, as text for their own file: `post(url, body)` gives `{status, text}`, and `hear` gets every
 * trial. They take one trial after the other. What `node:http` and `node:readline` bring along takes as long as all
 * else that such a process does; the gateway answers what is this plain with its length, in the order of the requests.
 */
export const PLAIN_AGENT = `const { connect } = process.getBuiltinModule('node:net');
const waiting = [];
let gateway = null;
let got = '';
function open({ hostname, port }) {
  gateway = connect(port, hostname).setEncoding('latin1');
  gateway.on('error', () => process.exit(1)).on('data', (text) => {
    got += text;
    const [head, status, length] = /^HTTP\\/1\\.1 (\\d+)[^]*?content-length: (\\d+)[^]*?\\r\\n\\r\\n/.exec(got) ?? [];
    if (head === undefined || got.length < head.length + Number(length)) return;
    const body = Buffer.from(got.slice(head.length), 'latin1').toString();
    got = '';
    waiting.shift()({ status: Number(status), text: body });
  });
}
const post = (url, body) => new Promise((resolve) => {
  const to = new URL(url);
  const text = JSON.stringify(body);
  const head = ['POST ' + to.pathname + ' HTTP/1.1', 'host: ' + to.host, 'content-type: application/json'];
  if (gateway === null) open(to);
  waiting.push(resolve);
  gateway.write([...head, 'content-length: ' + Buffer.byteLength(text), '', text].join('\\r\\n'));
});
const trials = (hear) => {
  let rest = '';
  process.stdin.setEncoding('utf8').on('end', () => gateway?.destroy()).on('data', (text) => {
    const lines = (rest + text).split('\\n');
    rest = lines.pop();
    for (const line of lines) hear(JSON.parse(line));
  });
};
`;
