# syntax=docker/dockerfile:1
# The service as an image. Nothing secret goes in: .dockerignore lets in named files only, settings come from the
# environment. Build it anew every month, and after each security notice: docker compose build --pull
# To pin one exact image: docker compose build --build-arg NODE_IMAGE=node@sha256:...
ARG NODE_IMAGE=node:24-trixie-slim

FROM ${NODE_IMAGE} AS manifest
WORKDIR /app
COPY .npmrc package.json package-lock.json ./

# Install scripts stay off whatever npm the image brings: npm before 11 does not read allowScripts in package.json.
FROM manifest AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY prisma.config.ts tsconfig.json tsconfig.build.json ./
COPY prisma ./prisma
COPY src ./src
RUN npm run build

# Optional packages are left out too: they are Prisma's own tools and the compiler, 240 MB that are not run here.
FROM manifest AS dependencies
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --omit=optional --ignore-scripts

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY prisma/migrations ./prisma/migrations
COPY prisma/samples ./prisma/samples
COPY src/channels/practice/page ./src/channels/practice/page
# Everything above belongs to root, so what runs can't change what it runs.
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--no-regexp-tier-up", "--max-semi-space-size=4", "dist/main.js"]
