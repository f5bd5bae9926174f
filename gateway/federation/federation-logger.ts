/** What the federation needs of a logger; pino's has it. */
export interface FederationLogger {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLogger: FederationLogger = { warn: () => undefined };

const quiet = (): void => undefined;

/**
 * ApolloGateway's chatter is dropped; its warnings keep only that there was one: their texts can quote data.
 */
export const toApolloLogger = (logger: FederationLogger) => ({
  debug: quiet,
  info: quiet,
  warn: () => logger.warn({ level: 'warn' }, 'ApolloGateway warned'),
  error: () => logger.warn({ level: 'error' }, 'ApolloGateway reported an error'),
});
