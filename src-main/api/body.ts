/** Request bodies: checked against a schema, and stopped at a size. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { validator } from 'hono/validator';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';

const megabyte = 1 << 20;

/** @param what the thing that is too large, as the sentence begins. */
export const atMost = (megabytes: number, what: string): MiddlewareHandler =>
	bodyLimit({
		maxSize: megabytes * megabyte,
		onError: () => {
			throw new Refusal(413, `${what} is larger than ${megabytes} MB, more than Longview takes at once.`);
		},
	});

/** @throws Refusal that names the field that does not fit. */
function fitting<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw new Refusal(422, `The request does not fit: ${v.getDotPath(issue) ?? 'its body'}: ${issue.message}.`);
}

export const jsonOf = <S extends v.GenericSchema>(schema: S) =>
	validator('json', (value: v.InferInput<S>, _c: Context) => fitting(schema, value));

export const paramsOf = <S extends v.GenericSchema>(schema: S) =>
	validator('param', (value: v.InferInput<S>, _c: Context) => fitting(schema, value));

export const queryOf = <S extends v.GenericSchema>(schema: S) =>
	validator('query', (value: v.InferInput<S>, _c: Context) => fitting(schema, value));

/** @throws Refusal */
export const parsed = <S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> => fitting(schema, value);
