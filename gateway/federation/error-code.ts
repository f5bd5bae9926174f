import { isErrorCode, type ErrorCode } from '../../schema/codes.ts';

/** The code as the client may see it: a subgraph's own codes are not the hub's. */
export const toErrorCode = (code: unknown): ErrorCode => (isErrorCode(code) ? code : 'INTERNAL');
