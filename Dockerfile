# One image for the gateway, every subgraph and the one-shot preparation; compose says which command runs.
FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund
COPY schema schema
COPY gateway gateway
COPY subgraphs subgraphs
COPY seeds seeds
RUN mkdir /data && chown node:node /data
ENV HUB_DATA_DIR=/data
USER node
CMD ["node", "gateway/main.ts"]
