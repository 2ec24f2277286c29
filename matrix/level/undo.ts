import pg from "pg";

/** What counts attempts changes with every one, refused or not. */
const ALWAYS = "('Throttle')";

const NOTING = `
  CREATE UNLOGGED TABLE matrix_change ("at" bigserial, "name" text, "old" jsonb, "new" jsonb);
  CREATE FUNCTION matrix_note() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO matrix_change ("name", "old", "new") VALUES (TG_TABLE_NAME,
      CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
    RETURN NULL;
  END $$;
  CREATE FUNCTION matrix_undo() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$
  DECLARE change record;
  BEGIN
    FOR change IN SELECT * FROM matrix_change ORDER BY "at" DESC LOOP
      IF change."new" IS NOT NULL THEN
        EXECUTE format('DELETE FROM %I t WHERE to_jsonb(t) = $1', change."name") USING change."new";
      END IF;
      IF change."old" IS NOT NULL THEN
        EXECUTE format('INSERT INTO %I SELECT * FROM jsonb_populate_record(NULL::%I, $1)', change."name", change."name") USING change."old";
      END IF;
    END LOOP;
    DELETE FROM matrix_change;
  END $$;
  DO $$
  DECLARE name text;
  BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'matrix_change') LOOP
      EXECUTE format('CREATE TRIGGER zz_matrix AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION matrix_note()', name);
    END LOOP;
  END $$`;

/**
 * Every row written from now on is noted, by whichever process, and can be put back: so that each cell meets the same world,
 * and one that refuses can be asked whether it really left nothing behind.
 */
export class Changes {
  private readonly client: pg.Client;

  private constructor(client: pg.Client) {
    this.client = client;
  }

  static async noted(connectionString: string): Promise<Changes> {
    const client = new pg.Client({ connectionString });
    await client.connect();
    await client.query(NOTING);
    return new Changes(client);
  }

  /** Whether anything was written since, and puts all of it back. */
  async undo(): Promise<boolean> {
    const { rows } = await this.client.query(
      `SELECT count(*) FILTER (WHERE "name" NOT IN ${ALWAYS})::int AS n, count(*)::int AS all FROM matrix_change`,
    );
    if (rows[0].all > 0) await this.client.query("SELECT matrix_undo()");
    return rows[0].n > 0;
  }

  end(): Promise<void> {
    return this.client.end();
  }
}
