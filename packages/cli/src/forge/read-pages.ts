import type { ForgeClient } from './forge-client.js';
import { ForgeFailure } from './forge-failure.js';

const atOnce = 100;
/** 20,000 comments; a change with more has other worries. */
const mostPages = 200;

/** Every item of a list that comes in pages, in the forge's order. */
export async function readPages(client: ForgeClient, path: string, query: Readonly<Record<string, string | number>> = {}): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { value } = await client.send({ method: 'GET', path, query: { ...query, per_page: atOnce, page } });
    if (!Array.isArray(value)) throw new ForgeFailure('refused', `GET ${path} was not answered with a list`);
    items.push(...(value as unknown[]));
    if (value.length < atOnce) return items;
  }
  throw new ForgeFailure('refused', `GET ${path} has more than ${mostPages * atOnce} items`);
}
