-- CreateEnum
CREATE TYPE "PowerUsed" AS ENUM ('none', 'went_willingly', 'section_16');

-- AlterTable
ALTER TABLE "Scheme" ADD COLUMN     "handOverAlertMinutes" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "handOverMinutes" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "privacyNoticeUrl" TEXT,
ADD COLUMN     "receptionTeam" TEXT;

-- AlterTable
ALTER TABLE "Encounter" ADD COLUMN     "handOverAskAt" TIMESTAMPTZ(3),
ADD COLUMN     "handOverAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "handOverToldAt" TIMESTAMPTZ(3),
ADD COLUMN     "handedOverAt" TIMESTAMPTZ(3),
ADD COLUMN     "handedOverTo" TEXT,
ADD COLUMN     "noticeGiven" BOOLEAN,
ADD COLUMN     "powerGrounds" TEXT[],
ADD COLUMN     "powerUsed" "PowerUsed",
ADD COLUMN     "underWay" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Concern" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "encounterId" UUID,
    "draftId" UUID,
    "draftChildKey" TEXT,
    "raisedById" UUID NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldWhom" TEXT,
    "toldAt" TIMESTAMPTZ(3),
    "theirReference" TEXT,

    CONSTRAINT "Concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DesignatedPlaceStay" (
    "id" UUID NOT NULL,
    "encounterId" UUID NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "arrivedById" UUID NOT NULL,
    "parentRungAt" TIMESTAMPTZ(3),
    "schoolRungAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "collectedBy" TEXT,
    "relationship" TEXT,

    CONSTRAINT "DesignatedPlaceStay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelSlip" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "staffId" UUID NOT NULL,
    "mentioned" BOOLEAN NOT NULL,

    CONSTRAINT "ChannelSlip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "position" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "Concern_number_key" ON "Concern"("number");

-- CreateIndex
CREATE INDEX "Concern_encounterId_idx" ON "Concern"("encounterId");

-- CreateIndex
CREATE INDEX "Concern_draftId_idx" ON "Concern"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "DesignatedPlaceStay_encounterId_key" ON "DesignatedPlaceStay"("encounterId");

-- CreateIndex
CREATE INDEX "DesignatedPlaceStay_leftAt_idx" ON "DesignatedPlaceStay"("leftAt");

-- CreateIndex
CREATE INDEX "ChannelSlip_at_idx" ON "ChannelSlip"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_eventId_key" ON "AuditSeal"("eventId");

-- CreateIndex
CREATE INDEX "Encounter_handOverAskAt_idx" ON "Encounter"("handOverAskAt");

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DesignatedPlaceStay" ADD CONSTRAINT "DesignatedPlaceStay_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DesignatedPlaceStay" ADD CONSTRAINT "DesignatedPlaceStay_arrivedById_fkey" FOREIGN KEY ("arrivedById") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- References are read aloud and typed: three digits from the first one on.
ALTER SEQUENCE "Concern_number_seq" START WITH 101 RESTART;

-- The seals are only ever added to, as the audit is.
CREATE FUNCTION rollcall_refuse_seal_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  RAISE EXCEPTION 'Audit seals cannot be changed or removed: % on "AuditSeal" is refused for every role.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "AuditSeal_is_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditSeal"
  FOR EACH STATEMENT EXECUTE FUNCTION rollcall_refuse_seal_change();
