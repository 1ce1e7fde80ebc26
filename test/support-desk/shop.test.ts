import { expect, test } from 'vitest';
import { buildShop } from '../../evals/support-desk/shop/shop.ts';
import { callShopTool } from '../../evals/support-desk/shop/tools.ts';

const shop = buildShop();
const orders = [...shop.orders.values()];
const delivered = orders.find(({ status }) => status === 'delivered');
if (delivered === undefined) throw new Error('no delivered order');
const { orderId, total } = delivered;

test('a refund is paid up to what was paid, and its id comes from its content', () => {
  const refund = (amount: number) => callShopTool(shop, 'issue_refund', { order_id: orderId, amount, reason: 'late' });
  expect(refund(total)).toMatchObject({ kind: 'result', value: { refunded: total } });
  expect(refund(total)).toEqual(refund(total));
  expect(refund(total)).not.toEqual(refund(total - 1));
  expect(refund(total + 0.01)).toMatchObject({ kind: 'error', message: expect.stringContaining('more than') });
  expect(refund(0)).toMatchObject({ kind: 'error' });
});

test.each([
  ['lookup_order', { order_id: 'NB-999999' }, 'there is no order NB-999999'],
  ['lookup_order', {}, 'order_id: expected a text'],
  ['cancel_order', { order_id: orderId, reason: 'other' }, 'is already delivered'],
  ['update_address', { order_id: orderId, street: '1 A', postal_code: '1', city: 'B' }, 'is already delivered'],
  ['get_customer', { email: 'nobody@example.com' }, 'there is no customer'],
  ['search_knowledge_base', { query: 'zebra' }, 'no article'],
])('%s with %j is a tool error', (tool, args, message) => {
  expect(callShopTool(shop, tool, args)).toEqual({ kind: 'error', message: expect.stringContaining(message) });
});

test('a tool that the shop does not have is no error of a tool', () => {
  expect(callShopTool(shop, 'drop_tables', {})).toEqual({ kind: 'unknown_tool' });
});
