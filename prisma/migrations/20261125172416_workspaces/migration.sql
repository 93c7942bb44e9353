-- CreateEnum
CREATE TYPE "WorkspaceState" AS ENUM ('pending', 'approved', 'revoked');

-- CreateTable
CREATE TABLE "SlackInstallation" (
    "team" TEXT NOT NULL,
    "state" "WorkspaceState" NOT NULL DEFAULT 'pending',
    "teamName" TEXT NOT NULL,
    "botUserId" TEXT NOT NULL,
    "sealedToken" TEXT,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SlackInstallation_pkey" PRIMARY KEY ("team")
);

-- CreateTable
CREATE TABLE "SlackInstallState" (
    "stateHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SlackInstallState_pkey" PRIMARY KEY ("stateHash")
);

-- CreateTable
CREATE TABLE "TenantAgency" (
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "agencyId" UUID NOT NULL,

    CONSTRAINT "TenantAgency_pkey" PRIMARY KEY ("platform","tenant")
);

-- CreateIndex
CREATE INDEX "SlackInstallState_expiresAt_idx" ON "SlackInstallState"("expiresAt");

-- AddForeignKey
ALTER TABLE "TenantAgency" ADD CONSTRAINT "TenantAgency_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
