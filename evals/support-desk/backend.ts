import { type Served, sendJson, serve } from './serving.ts';
import { buildShop } from './shop/shop.ts';
import { callShopTool } from './shop/tools.ts';

/** The shop's tools behind HTTP: `POST /<tool>`, 200 = result, 422 = tool error, 404 = no such tool. */
export async function startBackend(): Promise<Served> {
  const shop = buildShop();
  return serve((path, body, response) => {
    const reply = callShopTool(shop, decodeURIComponent(path.slice(1)), JSON.parse(body) as Record<string, unknown>);
    if (reply.kind === 'result') sendJson(response, 200, reply.value);
    else if (reply.kind === 'error') sendJson(response, 422, { error: reply.message });
    else sendJson(response, 404, { error: `no tool at ${path}` });
  });
}

/** As a program: prints one JSON line `{url}` and serves until it is ended. */
if (import.meta.main) {
  const { url } = await startBackend();
  process.stdout.write(`${JSON.stringify({ url })}\n`);
}
