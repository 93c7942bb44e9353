-- Searching for names: likeness of spelling, of sound, and letters without their accents.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "SchemeMode" AS ENUM ('practice', 'live');

-- CreateEnum
CREATE TYPE "Platform" AS ENUM ('slack', 'teams', 'practice');

-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('council', 'police', 'community_safety', 'school');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('coordinator', 'education_welfare_officer', 'constable', 'pcso', 'community_safety_officer', 'school_attendance_lead', 'information_governance', 'administrator');

-- CreateEnum
CREATE TYPE "Power" AS ENUM ('constable', 'pcso_removal');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('open', 'saved', 'thrown_away', 'with_coordinator');

-- CreateEnum
CREATE TYPE "EncounterState" AS ENUM ('saved', 'undone');

-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('saved', 'changed', 'undone', 'corrected');

-- CreateEnum
CREATE TYPE "LookUpLevel" AS ENUM ('recognise', 'summary', 'home', 'sensitive');

-- CreateEnum
CREATE TYPE "InboundState" AS ENUM ('received', 'done', 'failed');

-- CreateEnum
CREATE TYPE "OutgoingState" AS ENUM ('pending', 'sending', 'sent', 'uncertain', 'undeliverable');

-- CreateEnum
CREATE TYPE "OutgoingOperation" AS ENUM ('post', 'update', 'delete');

-- CreateTable
CREATE TABLE "Scheme" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mode" "SchemeMode" NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/London',
    "accessContact" TEXT NOT NULL,
    "linkByVerifiedEmail" BOOLEAN NOT NULL DEFAULT false,
    "draftReminderMinutes" INTEGER NOT NULL DEFAULT 15,
    "undoMinutes" INTEGER NOT NULL DEFAULT 10,
    "duplicateMinutes" INTEGER NOT NULL DEFAULT 60,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AgencyKind" NOT NULL,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "givenName" TEXT NOT NULL,
    "familyName" TEXT NOT NULL,
    "roles" "Role"[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "agencyId" UUID NOT NULL,
    "schoolId" UUID,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffPower" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "power" "Power" NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,
    "limits" TEXT,

    CONSTRAINT "StaffPower_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "staffId" UUID,
    "conversation" JSONB,
    "unreachableSince" TIMESTAMPTZ(3),
    "greetedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyChannel" (
    "id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "agencyId" UUID,

    CONSTRAINT "AgencyChannel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "School" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "town" TEXT,
    "postcode" TEXT,
    "urn" TEXT,
    "aliases" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "School_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "aliases" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Household" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "address" TEXT,
    "postcode" TEXT,

    CONSTRAINT "Household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Child" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "identified" BOOLEAN NOT NULL DEFAULT true,
    "upn" TEXT,
    "givenName" TEXT,
    "familyName" TEXT,
    "knownAs" TEXT,
    "dateOfBirth" DATE,
    "yearGroup" INTEGER,
    "schoolId" UUID,
    "householdId" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Carer" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "householdId" UUID NOT NULL,
    "givenName" TEXT NOT NULL,
    "familyName" TEXT NOT NULL,
    "relationship" TEXT NOT NULL,
    "phone" TEXT,
    "address" TEXT,
    "mayBeWrittenTo" BOOLEAN NOT NULL DEFAULT false,
    "safeToWriteTo" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT,

    CONSTRAINT "Carer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceDay" (
    "id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "area" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "designatedPlace" TEXT,
    "directionGivenBy" TEXT,
    "directionArea" TEXT,
    "directionFrom" TIMESTAMPTZ(3),
    "directionUntil" TIMESTAMPTZ(3),
    "coordinatorId" UUID,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttendanceDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Patrol" (
    "id" UUID NOT NULL,
    "dayId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "area" TEXT,

    CONSTRAINT "Patrol_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PatrolMember" (
    "patrolId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "leads" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PatrolMember_pkey" PRIMARY KEY ("patrolId","staffId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "staffId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "state" "DraftState" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "sources" JSONB NOT NULL,
    "children" JSONB NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "remindAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Encounter" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" "EncounterState" NOT NULL DEFAULT 'saved',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "draftId" UUID,
    "draftChildKey" TEXT,
    "agencyId" UUID NOT NULL,
    "recordedById" UUID NOT NULL,
    "dayId" UUID,
    "childId" UUID NOT NULL,
    "givenName" TEXT,
    "familyName" TEXT,
    "age" INTEGER,
    "dateOfBirth" DATE,
    "yearGroup" INTEGER,
    "schoolId" UUID,
    "schoolSaid" TEXT,
    "placeId" UUID,
    "placeSaid" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "timeStated" BOOLEAN NOT NULL,
    "companion" TEXT,
    "claimedReason" TEXT,
    "outcome" TEXT,
    "schoolContacted" BOOLEAN,
    "note" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Encounter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EncounterRevision" (
    "id" UUID NOT NULL,
    "encounterId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "RevisionKind" NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "values" JSONB NOT NULL,

    CONSTRAINT "EncounterRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LookUp" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "level" "LookUpLevel" NOT NULL,
    "reason" TEXT NOT NULL,
    "subjectType" TEXT,
    "subjectId" TEXT,

    CONSTRAINT "LookUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorKind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "fields" TEXT[],
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundEvent" (
    "id" BIGSERIAL NOT NULL,
    "platform" "Platform" NOT NULL,
    "eventKey" TEXT NOT NULL,
    "actionKey" TEXT,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "orderKey" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "InboundState" NOT NULL DEFAULT 'received',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "answer" JSONB,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outgoing" (
    "id" BIGSERIAL NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "operation" "OutgoingOperation" NOT NULL,
    "keptName" TEXT,
    "messageRef" TEXT,
    "content" JSONB NOT NULL,
    "state" "OutgoingState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastError" TEXT,
    "sentRef" TEXT,
    "causeId" BIGINT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Outgoing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptMessage" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "messageRef" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ButtonToken" (
    "token" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "staffId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ButtonToken_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "FormSession" (
    "id" TEXT NOT NULL,
    "staffId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "filled" JSONB NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeMessage" (
    "id" BIGSERIAL NOT NULL,
    "conversation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT,
    "card" JSONB,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "deleted" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PracticeMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Agency_key_key" ON "Agency"("key");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_number_key" ON "StaffMember"("number");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_email_key" ON "StaffMember"("email");

-- CreateIndex
CREATE UNIQUE INDEX "StaffPower_staffId_power_from_key" ON "StaffPower"("staffId", "power", "from");

-- CreateIndex
CREATE INDEX "Account_staffId_idx" ON "Account"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_platform_tenant_userId_key" ON "Account"("platform", "tenant", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "AgencyChannel_platform_tenant_channelId_key" ON "AgencyChannel"("platform", "tenant", "channelId");

-- CreateIndex
CREATE UNIQUE INDEX "School_name_key" ON "School"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Place_name_key" ON "Place"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Household_key_key" ON "Household"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Child_number_key" ON "Child"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Child_upn_key" ON "Child"("upn");

-- CreateIndex
CREATE INDEX "Child_schoolId_idx" ON "Child"("schoolId");

-- CreateIndex
CREATE INDEX "Child_householdId_idx" ON "Child"("householdId");

-- CreateIndex
CREATE UNIQUE INDEX "Carer_key_key" ON "Carer"("key");

-- CreateIndex
CREATE INDEX "Carer_householdId_idx" ON "Carer"("householdId");

-- CreateIndex
CREATE UNIQUE INDEX "AttendanceDay_date_key" ON "AttendanceDay"("date");

-- CreateIndex
CREATE UNIQUE INDEX "Patrol_dayId_name_key" ON "Patrol"("dayId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_number_key" ON "Draft"("number");

-- CreateIndex
CREATE INDEX "Draft_staffId_state_idx" ON "Draft"("staffId", "state");

-- CreateIndex
CREATE INDEX "Draft_state_remindAt_idx" ON "Draft"("state", "remindAt");

-- CreateIndex
CREATE UNIQUE INDEX "Encounter_number_key" ON "Encounter"("number");

-- CreateIndex
CREATE INDEX "Encounter_childId_occurredAt_idx" ON "Encounter"("childId", "occurredAt");

-- CreateIndex
CREATE INDEX "Encounter_occurredAt_idx" ON "Encounter"("occurredAt");

-- CreateIndex
CREATE INDEX "Encounter_dayId_idx" ON "Encounter"("dayId");

-- CreateIndex
CREATE INDEX "Encounter_recordedById_savedAt_idx" ON "Encounter"("recordedById", "savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Encounter_draftId_draftChildKey_key" ON "Encounter"("draftId", "draftChildKey");

-- CreateIndex
CREATE UNIQUE INDEX "EncounterRevision_encounterId_number_key" ON "EncounterRevision"("encounterId", "number");

-- CreateIndex
CREATE INDEX "LookUp_childId_at_idx" ON "LookUp"("childId", "at");

-- CreateIndex
CREATE INDEX "LookUp_staffId_at_idx" ON "LookUp"("staffId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_idx" ON "AuditEvent"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "InboundEvent_accountId_state_orderKey_idx" ON "InboundEvent"("accountId", "state", "orderKey");

-- CreateIndex
CREATE INDEX "InboundEvent_state_receivedAt_idx" ON "InboundEvent"("state", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InboundEvent_platform_eventKey_key" ON "InboundEvent"("platform", "eventKey");

-- CreateIndex
CREATE UNIQUE INDEX "InboundEvent_platform_actionKey_key" ON "InboundEvent"("platform", "actionKey");

-- CreateIndex
CREATE INDEX "Outgoing_state_nextAttemptAt_idx" ON "Outgoing"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Outgoing_platform_tenant_conversation_state_id_idx" ON "Outgoing"("platform", "tenant", "conversation", "state", "id");

-- CreateIndex
CREATE INDEX "KeptMessage_platform_tenant_conversation_messageRef_idx" ON "KeptMessage"("platform", "tenant", "conversation", "messageRef");

-- CreateIndex
CREATE UNIQUE INDEX "KeptMessage_platform_tenant_conversation_name_key" ON "KeptMessage"("platform", "tenant", "conversation", "name");

-- CreateIndex
CREATE INDEX "ButtonToken_expiresAt_idx" ON "ButtonToken"("expiresAt");

-- CreateIndex
CREATE INDEX "FormSession_expiresAt_idx" ON "FormSession"("expiresAt");

-- CreateIndex
CREATE INDEX "PracticeMessage_conversation_id_idx" ON "PracticeMessage"("conversation", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeMessage_conversation_key_key" ON "PracticeMessage"("conversation", "key");

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffPower" ADD CONSTRAINT "StaffPower_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyChannel" ADD CONSTRAINT "AgencyChannel_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Child" ADD CONSTRAINT "Child_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Child" ADD CONSTRAINT "Child_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Carer" ADD CONSTRAINT "Carer_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Patrol" ADD CONSTRAINT "Patrol_dayId_fkey" FOREIGN KEY ("dayId") REFERENCES "AttendanceDay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatrolMember" ADD CONSTRAINT "PatrolMember_patrolId_fkey" FOREIGN KEY ("patrolId") REFERENCES "Patrol"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatrolMember" ADD CONSTRAINT "PatrolMember_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_dayId_fkey" FOREIGN KEY ("dayId") REFERENCES "AttendanceDay"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EncounterRevision" ADD CONSTRAINT "EncounterRevision_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EncounterRevision" ADD CONSTRAINT "EncounterRevision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookUp" ADD CONSTRAINT "LookUp_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookUp" ADD CONSTRAINT "LookUp_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundEvent" ADD CONSTRAINT "InboundEvent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A name as it is compared: lower case, without accents. unaccent() alone may not stand in an index, since its
-- dictionary could be changed. Naming the dictionary and promising not to change it allows that.
CREATE FUNCTION rollcall_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

CREATE INDEX "Child_folded_name_trgm" ON "Child"
  USING gin (rollcall_fold(coalesce("givenName", '') || ' ' || coalesce("familyName", '')) gin_trgm_ops);

-- The same for the name a child is known by.
CREATE INDEX "Child_folded_known_name_trgm" ON "Child"
  USING gin (rollcall_fold(coalesce("knownAs", "givenName", '') || ' ' || coalesce("familyName", '')) gin_trgm_ops);

-- Whether the same encounter was saved already is asked at every card and every save.
CREATE INDEX "Encounter_folded_name_occurredAt" ON "Encounter"
  (rollcall_fold(coalesce("givenName", '') || ' ' || coalesce("familyName", '')), "occurredAt");

-- The audit is only ever added to, whoever asks.
CREATE FUNCTION rollcall_refuse_audit_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  RAISE EXCEPTION 'Audit events cannot be changed or removed: % on "AuditEvent" is refused for every role.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "AuditEvent_is_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION rollcall_refuse_audit_change();

-- References are read aloud and typed: four digits from the first one on.
ALTER SEQUENCE "Encounter_number_seq" START WITH 1001 RESTART;
