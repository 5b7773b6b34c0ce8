import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { assert } from '../../core/index.ts';
import {
  type ChangeOperation,
  type Operation,
  type Params,
  problem,
  type Query,
  type Reply,
  type Shown,
} from '../contract/index.ts';
import type { App } from './app.ts';

const WENT_WRONG = {
  default: { description: 'What went wrong', content: { 'application/json': { schema: problem } } },
} as const;

/** Mounts something that can be asked (GET): what comes in is checked by the contract, and so is what goes out. */
export function answer<O extends Operation>(
  app: App,
  operation: O,
  work: (params: Params<O>, query: Query<O>) => Promise<Shown<Reply<O>>>,
): void {
  const { path, summary, params, query, reply } = operation;
  const route = createRoute({
    method: 'get',
    path,
    summary,
    request: { params, query },
    responses: { 200: { description: summary, content: { 'application/json': { schema: reply } } }, ...WENT_WRONG },
  });
  // The handler's type cannot be worked out from a schema that is a parameter; the lines below are what it would check.
  const handler = async (c: Context): Promise<Response> => {
    const valid = c.req as unknown as { valid(from: 'param'): Params<O>; valid(from: 'query'): Query<O> };
    return c.json(checked(operation, await work(valid.valid('param'), valid.valid('query'))));
  };
  app.openapi(route, handler as never);
}

/** Mounts something that people do (POST with a JSON body). */
export function perform<C extends ChangeOperation>(
  app: App,
  operation: C,
  work: (params: Params<C>, body: C['body']['_output']) => Promise<Shown<Reply<C>>>,
): void {
  const { path, summary, params, body, reply } = operation;
  const route = createRoute({
    method: 'post',
    path,
    summary,
    request: { params, body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: { 200: { description: summary, content: { 'application/json': { schema: reply } } }, ...WENT_WRONG },
  });
  const handler = async (c: Context): Promise<Response> => {
    const valid = c.req as unknown as { valid(from: 'param'): Params<C>; valid(from: 'json'): C['body']['_output'] };
    return c.json(checked(operation, await work(valid.valid('param'), valid.valid('json'))));
  };
  app.openapi(route, handler as never);
}

function checked<O extends Operation>({ path, reply }: O, document: Shown<Reply<O>>): object {
  const { success, data, error } = reply.safeParse(document);
  assert(success, `${path} answers with another shape than the contract's: ${error?.message}`);
  return data as object;
}
