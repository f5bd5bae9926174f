// The one writer of process.env: ApolloGateway has no option for this. Unless the variable is set when it is
// constructed, it starts an hourly exporter to Apollo and probes the cloud's metadata service. The hub's
// gateway talks to nobody but its departments, so this is not left to whoever starts it.

/** Call before an ApolloGateway is constructed. */
export const turnTelemetryOff = (): void => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
};
