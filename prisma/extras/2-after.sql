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
