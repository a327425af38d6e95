/** Statements that leave a database as a server from before epochs left it: all that came with migration 0010 and later. */
export const undoEpochs = `
  CREATE TABLE usul_revision_whole (LIKE usul_revision INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
  CREATE TABLE usul_document_whole (LIKE usul_document INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
  CREATE TABLE usul_event_whole (LIKE usul_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING IDENTITY);
  CREATE TABLE decision_whole (LIKE decision INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
  INSERT INTO usul_revision_whole SELECT * FROM usul_revision;
  INSERT INTO usul_document_whole SELECT * FROM usul_document;
  INSERT INTO usul_event_whole OVERRIDING SYSTEM VALUE SELECT * FROM usul_event;
  INSERT INTO decision_whole SELECT * FROM decision;
  SELECT setval(pg_get_serial_sequence('usul_event_whole', 'id'), nextval(pg_get_serial_sequence('usul_event', 'id')), false);
  DROP TABLE usul_document, usul_revision, usul_event, decision, decision_home, document_home;
  ALTER TABLE usul_revision_whole RENAME TO usul_revision;
  ALTER TABLE usul_document_whole RENAME TO usul_document;
  ALTER TABLE usul_event_whole RENAME TO usul_event;
  ALTER TABLE decision_whole RENAME TO decision;
  ALTER TABLE usul_revision DROP COLUMN home_id, ADD PRIMARY KEY (usul_id, revision), ADD FOREIGN KEY (usul_id) REFERENCES usul;
  ALTER TABLE usul_document DROP COLUMN home_id, ADD PRIMARY KEY (usul_id, revision, ordinal),
    ADD FOREIGN KEY (usul_id, revision) REFERENCES usul_revision, ADD FOREIGN KEY (sha256) REFERENCES document;
  ALTER TABLE usul_event DROP COLUMN home_id, ADD PRIMARY KEY (id), ADD FOREIGN KEY (usul_id) REFERENCES usul;
  ALTER TABLE decision ADD PRIMARY KEY (id), ADD UNIQUE (instansi_id, chain_seq),
    ADD FOREIGN KEY (usul_id) REFERENCES usul, ADD FOREIGN KEY (account_id) REFERENCES account;
  ALTER TABLE usul DROP COLUMN home_id;
  DO $$ DECLARE name text; BEGIN
    FOREACH name IN ARRAY ARRAY['usul_revision', 'usul_document', 'usul_event', 'decision'] LOOP
      EXECUTE 'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ' || name || ' FOR EACH ROW EXECUTE FUNCTION refuse_change()';
      EXECUTE 'CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ' || name || ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()';
    END LOOP;
  END $$;
  DROP TABLE reference_version;
  DROP TABLE employee_act;
  DROP TABLE second_factor, factor_offer, recovery_code, factor_policy;
  ALTER TABLE account DROP COLUMN password_due;
  DROP TABLE import_rejected, import_row, import_piece, import_job;
  DO $$ BEGIN
    IF to_regclass('feed_entry_p0') IS NOT NULL THEN
      CREATE TABLE feed_entry_whole AS SELECT * FROM feed_entry;
      DROP TABLE feed_entry;
      ALTER TABLE feed_entry_whole RENAME TO feed_entry;
      ALTER TABLE feed_entry ADD PRIMARY KEY (queue_key, usul_id), ADD UNIQUE (queue_key, seq);
    END IF;
  END $$;
  DROP TRIGGER note_other_realm ON audit;
  DROP FUNCTION note_other_realm;
  DROP TABLE audit_also;
  CREATE TABLE audit_whole (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz(3) NOT NULL DEFAULT now(), account_id uuid REFERENCES account, device_id uuid, action text NOT NULL,
    details jsonb NOT NULL);
  INSERT INTO audit_whole OVERRIDING SYSTEM VALUE SELECT id, at, account_id, device_id, action, details FROM audit;
  SELECT setval(pg_get_serial_sequence('audit_whole', 'id'), nextval(pg_get_serial_sequence('audit', 'id')), false);
  DROP TABLE audit;
  ALTER TABLE audit_whole RENAME TO audit;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  DROP FUNCTION realm_of_entry, realm_of_account, realm_of_appointment, id_in;
  DROP INDEX opd_instansi, unor_opd, employee_opd, account_nip, account_realm, ticket_opened_by, enrolment_waiting;
  ALTER TABLE IF EXISTS feed_counter DROP COLUMN present;
  DROP TABLE ticket, ticket_counter, canned_reply, one_time_code, thread_read, thread_act, thread_message, thread;
  DROP TABLE appointment_end;
  ALTER TABLE account DROP COLUMN merged_into;
  ALTER TABLE account ADD CONSTRAINT account_nip_key UNIQUE (nip);
  ALTER TABLE account DROP COLUMN realm;
  DROP INDEX appointment_scope;
  DROP TABLE bulk_command, bulk_factor, bulk_item, bulk_batch, bulk_policy;
  DROP FUNCTION keep_drawn;
  ALTER TABLE decision DROP COLUMN on_behalf_of;
  DROP TABLE substitution, usul_assignment, assignment_rule, absence;
  DROP FUNCTION refuse_new_holder, refuse_other_substitution;
  DROP TABLE activation;
  DROP TABLE correction_policy;
  DROP TABLE schedule_policy, holiday, period;
  ALTER TABLE usul DROP COLUMN period_id;
  ALTER TABLE account ADD COLUMN role text, ADD COLUMN scope_kind text, ADD COLUMN scope_id text;
  DROP TRIGGER note_change ON account;
  UPDATE account SET role = appointment.role, scope_kind = appointment.scope_kind, scope_id = appointment.scope_id
    FROM appointment WHERE appointment.id = account.id;
  ALTER TABLE account ALTER COLUMN role SET NOT NULL, ALTER COLUMN scope_kind SET NOT NULL,
    ALTER COLUMN scope_id SET NOT NULL;
  ALTER TABLE instansi DROP COLUMN time_zone;
  ALTER TABLE session DROP COLUMN appointment_id;
  ALTER TABLE decision DROP COLUMN appointment_id;
  DROP TABLE appointment, appointment_change;
  DROP FUNCTION note_appointment_change, refuse_second_end;
  DROP TABLE epoch;
  DROP TABLE high_water;
  DROP TABLE sign_in_attempt;
  DROP TABLE chain_seal, history_start;
  ALTER TABLE usul_event DROP COLUMN seal;
  DROP TABLE account_change;
  DROP FUNCTION note_account_change;
  DROP TRIGGER append_only ON usul_event;
  DROP TRIGGER append_only_truncate ON usul_event;
  DROP TRIGGER append_only ON usul_revision;
  DROP TRIGGER append_only_truncate ON usul_revision;
  DROP TRIGGER append_only ON usul_document;
  DROP TRIGGER append_only_truncate ON usul_document;
  DROP TABLE feed_step;
  ALTER TABLE account DROP COLUMN password_good;
  DROP INDEX account_ended;
  DROP INDEX device_ended;
  ALTER TABLE decision DROP COLUMN epoch;
  ALTER TABLE usul_event DROP COLUMN deletion_reason;
  ALTER TABLE decision DROP COLUMN link_format, DROP COLUMN device_id, DROP COLUMN session_id,
    DROP COLUMN app_version, DROP COLUMN decided_at;
  ALTER TABLE session DROP COLUMN app_version, DROP COLUMN pulled_at;
  ALTER TABLE usul DROP COLUMN version_at;
  ALTER TABLE document DROP COLUMN page_count, DROP COLUMN counted_at;
  ALTER TABLE session DROP COLUMN device_key;
  DROP TABLE seen_version, handover_waiting, enrolment, device_key;
  DROP FUNCTION refuse_second_ruling;
  DELETE FROM kysely_migration WHERE name >= '0010';
`;
