import { createHash } from 'node:crypto';
import { findArticle } from './articles.ts';
import type { Customer, Order, Shop } from './shop.ts';

type Arguments = Readonly<Record<string, unknown>>;
type Result = Readonly<Record<string, unknown>>;

/** What a tool answers: its result, the error it gives back, or that there is no such tool. */
export type ToolReply =
  | { readonly kind: 'result'; readonly value: Result }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'unknown_tool' };

class ToolError extends Error {}

/**
 * The shop's tools. An answer depends on the data set and the arguments alone: a refund is not remembered, so no case
 * changes what another one sees, and the same call gives the same answer in every recording.
 */
export function callShopTool(shop: Shop, name: string, args: Arguments): ToolReply {
  const tool = TOOLS[name];
  if (tool === undefined) return { kind: 'unknown_tool' };
  try {
    return { kind: 'result', value: tool(shop, args) };
  } catch (error) {
    if (error instanceof ToolError) return { kind: 'error', message: error.message };
    throw error;
  }
}

const TOOLS: Readonly<Record<string, (shop: Shop, args: Arguments) => Result>> = {
  lookup_order(shop, args) {
    const order = orderOf(shop, args);
    return {
      order_id: order.orderId,
      email: order.customer.email,
      item: order.item,
      total: order.total,
      status: order.status,
      expected_delivery: order.expectedDelivery,
    };
  },
  track_shipment(shop, args) {
    const order = orderOf(shop, args);
    if (order.status === 'processing') throw new ToolError(`order ${order.orderId} has not been shipped yet`);
    const location = order.status === 'delivered' ? 'delivered' : order.location;
    return { order_id: order.orderId, location, tracking_number: order.trackingNumber };
  },
  get_customer(shop, args) {
    const customer = customerOf(shop, args);
    return { email: customer.email, name: customer.name, plan: customer.plan, renews_on: customer.renewsOn };
  },
  search_knowledge_base(_shop, args) {
    const article = findArticle(textOf(args, 'query'));
    if (article === null) throw new ToolError('no article matches the query');
    return { article_id: article.articleId, answer: article.answer };
  },
  cancel_order(shop, args) {
    const order = orderOf(shop, args);
    if (order.status !== 'processing') throw new ToolError(`order ${order.orderId} is already ${order.status}`);
    return { order_id: order.orderId, state: 'cancelled', reason: textOf(args, 'reason') };
  },
  update_address(shop, args) {
    const order = orderOf(shop, args);
    if (order.status === 'delivered') throw new ToolError(`order ${order.orderId} is already delivered`);
    const address = `${textOf(args, 'street')}, ${textOf(args, 'postal_code')} ${textOf(args, 'city')}`;
    return { order_id: order.orderId, delivery_address: address };
  },
  issue_refund(shop, args) {
    const order = orderOf(shop, args);
    const amount = args.amount;
    if (typeof amount !== 'number' || amount <= 0) throw new ToolError('amount: expected a number above 0');
    if (amount > order.total)
      throw new ToolError(`amount: ${amount} is more than the ${order.total} EUR that were paid`);
    return { refund_id: idOf('RF', args), order_id: order.orderId, refunded: amount };
  },
  schedule_pickup(shop, args) {
    const order = orderOf(shop, args);
    if (order.status !== 'delivered') throw new ToolError(`order ${order.orderId} is not delivered yet`);
    return { pickup_id: idOf('PU', args), order_id: order.orderId, pickup_on: textOf(args, 'date') };
  },
  change_plan(shop, args) {
    const customer = customerOf(shop, args);
    return { email: customer.email, new_plan: textOf(args, 'plan') };
  },
  create_ticket(_shop, args) {
    return { ticket_id: idOf('T', args), category: textOf(args, 'category'), priority: textOf(args, 'priority') };
  },
};

function orderOf(shop: Shop, args: Arguments): Order {
  const orderId = textOf(args, 'order_id');
  const order = shop.orders.get(orderId);
  if (order === undefined) throw new ToolError(`there is no order ${orderId}`);
  return order;
}

function customerOf(shop: Shop, args: Arguments): Customer {
  const email = textOf(args, 'email');
  const customer = shop.customers.find((candidate) => candidate.email === email);
  if (customer === undefined) throw new ToolError(`there is no customer ${email}`);
  return customer;
}

function textOf(args: Arguments, name: string): string {
  const value = args[name];
  if (typeof value !== 'string' || value === '') throw new ToolError(`${name}: expected a text`);
  return value;
}

/** Ids come from the content: no counter and no clock, so equal calls get equal ids. */
function idOf(prefix: string, args: Arguments): string {
  return `${prefix}-${createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 8)}`;
}
