/* A ledger outlives the program that made it. Its version stands in PRAGMA user_version, and
 * steps[i] leads from version i to i + 1: a step that was released is never changed, a new
 * one is added behind it.
 *
 * Times are days since 1970-01-01, so that ranges are compared as numbers; ids of rows are
 * the file's own business, and what people and other tables of theirs hold on to are keys
 * (`key`, `rid`): hashes of what a thing is, the same in every ledger. */
#include "ledger/file/schema.h"

static const char STEP_1[] =
    "CREATE TABLE text ("
    "  id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, body TEXT NOT NULL, lemmas TEXT NOT NULL,"
    "  voice INTEGER NOT NULL) STRICT;"
    "CREATE INDEX text_voice ON text (voice);"
    "CREATE VIRTUAL TABLE search USING fts5 ("
    "  lemmas, content = 'text', content_rowid = 'id', detail = 'column',"
    "  tokenize = 'unicode61 remove_diacritics 0');"
    "CREATE TABLE sketch (text INTEGER PRIMARY KEY REFERENCES text, shingles INTEGER NOT NULL,"
    "  least BLOB NOT NULL) STRICT;"

    "CREATE TABLE document ("
    "  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, given TEXT NOT NULL,"
    "  outlet TEXT, url TEXT, title TEXT, author TEXT, published TEXT, day INTEGER,"
    "  told_outlet TEXT, told_published TEXT, charset TEXT, original BLOB, retrieved TEXT,"
    "  text INTEGER NOT NULL REFERENCES text, version INTEGER NOT NULL, current INTEGER NOT NULL,"
    "  coding INTEGER) STRICT;"
    "CREATE INDEX document_text ON document (text);"
    "CREATE INDEX document_given ON document (given);"
    "CREATE INDEX document_url ON document (url) WHERE url IS NOT NULL;"
    "CREATE INDEX document_day ON document (day, id);"
    "CREATE INDEX document_outlet ON document (outlet, day);"
    "CREATE TABLE coding ("
    "  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, generation INTEGER NOT NULL,"
    "  engine TEXT NOT NULL, data TEXT NOT NULL, published TEXT, outlet TEXT, records INTEGER NOT NULL,"
    "  clashes TEXT NOT NULL, UNIQUE (document, generation)) STRICT;"

    "CREATE TABLE record ("
    "  id INTEGER PRIMARY KEY, coding INTEGER NOT NULL REFERENCES coding,"
    "  document INTEGER NOT NULL REFERENCES document, current INTEGER NOT NULL,"
    "  rid TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, stance TEXT NOT NULL,"
    "  background INTEGER NOT NULL, time TEXT, day_from INTEGER, day_to INTEGER,"
    "  place TEXT, place_name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, precision INTEGER,"
    "  killed_min INTEGER, killed_max INTEGER, injured_min INTEGER, injured_max INTEGER,"
    "  count_min INTEGER, count_max INTEGER, direction TEXT,"
    "  trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,"
    "  sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,"
    "  rule TEXT, json TEXT NOT NULL, incident TEXT,"
    "  status TEXT NOT NULL DEFAULT 'machine-coded') STRICT;"
    "CREATE INDEX record_document ON record (document, current, trigger_start);"
    "CREATE INDEX record_coding ON record (coding);"
    "CREATE INDEX record_rid ON record (rid);"
    "CREATE INDEX record_key ON record (key);"
    "CREATE INDEX record_kind ON record (kind, current, day_from, day_to, country, id);"
    "CREATE INDEX record_kind_type ON record (kind, type, current, day_from);"
    "CREATE INDEX record_day ON record (current, day_from, id);"
    "CREATE INDEX record_killed ON record (kind, current, killed_min) WHERE killed_min IS NOT NULL;"
    "CREATE INDEX record_incident ON record (incident) WHERE incident IS NOT NULL;"
    "CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL)"
    "  STRICT, WITHOUT ROWID;"
    "CREATE TABLE actor (id TEXT PRIMARY KEY, name TEXT) STRICT, WITHOUT ROWID;"
    "CREATE TABLE person (id INTEGER PRIMARY KEY, norm TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;"
    "CREATE TABLE record_place (record INTEGER NOT NULL REFERENCES record, n INTEGER NOT NULL,"
    "  place TEXT, country TEXT, admin1 TEXT, words TEXT NOT NULL, PRIMARY KEY (record, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX record_place_place ON record_place (place, record);"
    "CREATE INDEX record_place_country ON record_place (country, admin1, record);"
    "CREATE TABLE record_actor (record INTEGER NOT NULL REFERENCES record, role TEXT NOT NULL, n INTEGER NOT NULL,"
    "  actor TEXT, words TEXT NOT NULL, PRIMARY KEY (record, role, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX record_actor_actor ON record_actor (actor, record);"
    "CREATE INDEX record_actor_words ON record_actor (words, record);"
    "CREATE TABLE record_person (record INTEGER NOT NULL REFERENCES record, n INTEGER NOT NULL,"
    "  person INTEGER NOT NULL REFERENCES person, fate TEXT, PRIMARY KEY (record, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX record_person_person ON record_person (person, record);"

    "CREATE TABLE block (block INTEGER NOT NULL, day_from INTEGER NOT NULL, day_to INTEGER NOT NULL,"
    "  document INTEGER NOT NULL REFERENCES document, types TEXT NOT NULL,"
    "  PRIMARY KEY (block, day_from, day_to, document, types)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX block_document ON block (document);"
    "CREATE TABLE pair (a INTEGER NOT NULL REFERENCES record, b INTEGER NOT NULL REFERENCES record,"
    "  points INTEGER NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX pair_b ON pair (b, a);"
    "CREATE TABLE incident ("
    "  id TEXT PRIMARY KEY, type TEXT NOT NULL, time TEXT, day_from INTEGER, day_to INTEGER,"
    "  place TEXT, place_name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, precision INTEGER,"
    "  killed_min INTEGER, killed_max INTEGER, injured_min INTEGER, injured_max INTEGER,"
    "  records INTEGER NOT NULL, documents INTEGER NOT NULL, outlets INTEGER NOT NULL, voices INTEGER NOT NULL,"
    "  status TEXT NOT NULL) STRICT;"
    "CREATE INDEX incident_day ON incident (day_from, id);"
    "CREATE INDEX incident_type ON incident (type, day_from);"
    "CREATE INDEX incident_country ON incident (country, day_from);"
    "CREATE INDEX incident_killed ON incident (killed_min, id);"
    "CREATE INDEX incident_documents ON incident (documents, id);"

    "CREATE TABLE decision ("
    "  id INTEGER PRIMARY KEY, verb TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, why TEXT,"
    "  undoes INTEGER REFERENCES decision, field TEXT, value TEXT) STRICT;"
    "CREATE TABLE decision_record ("
    "  decision INTEGER NOT NULL REFERENCES decision, n INTEGER NOT NULL, side INTEGER NOT NULL,"
    "  key TEXT NOT NULL, rid TEXT NOT NULL,"
    "  document TEXT NOT NULL, text BLOB NOT NULL, kind TEXT NOT NULL, trigger_start INTEGER NOT NULL,"
    "  trigger_end INTEGER NOT NULL, PRIMARY KEY (decision, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX decision_record_document ON decision_record (document);"
    "CREATE INDEX decision_record_text ON decision_record (text);"
    "CREATE TABLE undone (decision INTEGER PRIMARY KEY REFERENCES decision) STRICT;"
    "CREATE TABLE applied (decision INTEGER NOT NULL, n INTEGER NOT NULL, record INTEGER NOT NULL REFERENCES record,"
    "  PRIMARY KEY (decision, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX applied_record ON applied (record);"

    "CREATE TABLE finding ("
    "  id INTEGER PRIMARY KEY, key TEXT NOT NULL, kind TEXT NOT NULL, day INTEGER, docs TEXT NOT NULL,"
    "  records TEXT NOT NULL, text TEXT NOT NULL, json TEXT NOT NULL, scope TEXT NOT NULL) STRICT;"
    "CREATE INDEX finding_kind ON finding (kind, id);"
    "CREATE INDEX finding_scope ON finding (scope);"
    "CREATE TABLE touched (document INTEGER PRIMARY KEY REFERENCES document) STRICT;";

/* A dead person's reports are looked at one person at a time. */
static const char STEP_2[] =
    "DELETE FROM finding WHERE scope = 'deaths';"
    "INSERT OR IGNORE INTO touched SELECT r.document FROM record_person p JOIN record r ON r.id = p.record"
    "  WHERE p.fate = 'killed' AND r.current = 1;";

/* Which records are shown, without looking at their rows, which are long. */
static const char STEP_3[] = "CREATE INDEX record_shown ON record (document, kind, type, day_from, day_to)"
                             "  WHERE current = 1 AND status <> 'rejected';";

/* What a document's happenings are compared by, so that its records need not be read for it. */
static const char STEP_4[] =
    "CREATE TABLE item (document INTEGER PRIMARY KEY REFERENCES document, data BLOB NOT NULL) STRICT;";

/* Sheets of incidents that users keep, and what in the ledger their rows are. */
static const char STEP_5[] =
    "CREATE TABLE sheet ("
    "  id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 BLOB NOT NULL, columns TEXT NOT NULL,"
    "  UNIQUE (name, sha256, columns)) STRICT;"
    "CREATE TABLE sheet_row ("
    "  id INTEGER PRIMARY KEY, sheet INTEGER NOT NULL REFERENCES sheet, line INTEGER NOT NULL,"
    "  given TEXT, date TEXT, day_from INTEGER, day_to INTEGER, place TEXT, place_id TEXT, country TEXT,"
    "  lat REAL, lon REAL, killed_min INTEGER, killed_max INTEGER, injured_min INTEGER, injured_max INTEGER,"
    "  actor TEXT, notes TEXT, UNIQUE (sheet, line)) STRICT;"
    "CREATE TABLE sheet_match ("
    "  row INTEGER NOT NULL REFERENCES sheet_row, incident TEXT NOT NULL, points INTEGER NOT NULL,"
    "  parts TEXT NOT NULL, PRIMARY KEY (row, incident)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX sheet_match_incident ON sheet_match (incident);";

/* Which records are shown, with all that a page of records is chosen and sorted by. */
static const char STEP_6[] =
    "DROP INDEX record_shown;"
    "CREATE INDEX record_shown ON record (document, kind, type, day_from, day_to, killed_min, count_min, status,"
    "  place_name) WHERE current = 1 AND status <> 'rejected';";

/* Happenings are filed by kind and place, and found again by what is filed of them. What is made
 * anew at the next write, and has not been yet, stands in table remake. */
static const char STEP_7[] = "DROP INDEX block_document;"
                             "DELETE FROM block;"
                             "CREATE TABLE remake (what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
                             "INSERT INTO remake SELECT 'block' WHERE EXISTS (SELECT 1 FROM document);";

/* What a decision moved, so that who has the ledger in memory need not read it all again. Persons are
 * counted over all records, of which an index has what is told of them without their rows. Days are in
 * order for those that are shown: with `current` before it, SQLite took that index for every look-up that
 * asks for what is current as well. */
static const char STEP_8[] =
    "CREATE TABLE moved (decision INTEGER NOT NULL REFERENCES decision, incident TEXT, document INTEGER) STRICT;"
    "CREATE INDEX moved_decision ON moved (decision);"
    "CREATE INDEX record_told ON record (id, document, day_from, day_to)"
    "  WHERE current = 1 AND status <> 'rejected';"
    "DROP INDEX record_day;"
    "CREATE INDEX record_day ON record (day_from, id) WHERE current = 1 AND status <> 'rejected';";

/* A filter's place is looked up by name for each tally that is held against what is on record. */
static const char STEP_9[] = "CREATE INDEX place_name ON place (name COLLATE NOCASE);"
                             "CREATE INDEX place_admin1 ON place (admin1 COLLATE NOCASE);";

/* Figures make series by what is told of each but stood in no column: who holds it, in which unit, in which words.
 * The index has where each is, so that its row, which is long, is read for a page of them alone. */
static const char STEP_10[] =
    "CREATE TABLE figure ("
    "  record INTEGER PRIMARY KEY REFERENCES record, holders TEXT, unit TEXT, label TEXT, approx INTEGER NOT NULL) "
    "STRICT;"
    "INSERT INTO figure SELECT r.id, (SELECT group_concat(h.who, ' ') FROM (SELECT coalesce(a.actor, a.words) AS who"
    "  FROM record_actor a WHERE a.record = r.id AND a.role = 'agent' ORDER BY 1) h),"
    "  json_extract(r.json, '$.outcomes[0].unit'), nullif(json_extract(r.json, '$.trigger.quote'), ''),"
    "  coalesce(json_extract(r.json, '$.approx'), 0) FROM record r WHERE r.kind = 'figure';"
    "CREATE INDEX record_figure ON record (id, place, kind, current, status)"
    "  WHERE kind = 'figure' AND current = 1 AND status <> 'rejected';";

/* Reports of two countries are filed under both. A batch writes every page that one of its rows falls on: behind what
 * all but a few incidents have in common (one document, no dead) an index in order of their ids took each new one to
 * another page; in order of their rows they are added at one end. A text's voice lies behind the text, which is long.
 */
static const char STEP_11[] = "DROP INDEX incident_day;"
                              "DROP INDEX incident_killed;"
                              "DROP INDEX incident_documents;"
                              "CREATE INDEX incident_day ON incident (day_from);"
                              "CREATE INDEX incident_killed ON incident (killed_min);"
                              "CREATE INDEX incident_documents ON incident (documents);"
                              "CREATE INDEX text_of_voice ON text (id, voice);"
                              "DELETE FROM block;"
                              "INSERT OR IGNORE INTO remake SELECT 'block' WHERE EXISTS (SELECT 1 FROM document);";

/* What is looked up by a word or an id of the coder's, and seldom, stands in drawers of a few dozen or hundred rows, in
 * order of their rows: a new one is added at its drawer's end, and few drawers fill a page. In order of the words or
 * ids each took a page of its own. */
static const char STEP_12[] = "DROP INDEX record_actor_words;"
                              "CREATE INDEX record_actor_words ON record_actor (" SCHEMA_WORDS_DRAWER(
                                  "words") ");"
                                           "DROP INDEX record_rid;"
                                           "CREATE INDEX record_rid ON record (substr(rid, 1, 3));";

/* What is filed is looked for in memory (drawers.h): a short row of each document's, in the order they came. */
static const char STEP_13[] = "DROP TABLE block;"
                              "CREATE TABLE filing (document INTEGER PRIMARY KEY REFERENCES document,"
                              "  data BLOB NOT NULL) STRICT;"
                              "DELETE FROM remake WHERE what = 'block';"
                              "INSERT INTO remake SELECT 'filing' WHERE EXISTS (SELECT 1 FROM document);";

/* Persons are counted over all records that name them: what is told of these stands beside the name, so that one
 * index has all that a list of persons shows. A name's records keep their order there. */
static const char STEP_14[] =
    "ALTER TABLE record_person ADD COLUMN told INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE record_person ADD COLUMN document INTEGER;"
    "ALTER TABLE record_person ADD COLUMN day_from INTEGER;"
    "ALTER TABLE record_person ADD COLUMN day_to INTEGER;"
    "UPDATE record_person SET (told, document, day_from, day_to) = (SELECT r.current = 1 AND r.status <> 'rejected',"
    "  r.document, r.day_from, r.day_to FROM record r WHERE r.id = record_person.record);"
    "DROP INDEX record_person_person;"
    "CREATE INDEX record_person_person ON record_person (person, told, record, n, document, fate, day_from, day_to);"
    "CREATE TRIGGER record_person_told AFTER UPDATE OF current, status, day_from, day_to ON record BEGIN"
    "  UPDATE record_person SET told = NEW.current = 1 AND NEW.status <> 'rejected', day_from = NEW.day_from,"
    "  day_to = NEW.day_to WHERE record = NEW.id; END;";

/* What is filed tells where its places lie. */
static const char STEP_15[] = "DELETE FROM filing;"
                              "INSERT OR IGNORE INTO remake SELECT 'filing' WHERE EXISTS (SELECT 1 FROM document);";

/* A run reads something of all texts to know near-copies: bands of their sketches, which are shorter. */
static const char STEP_16[] =
    "CREATE TABLE band (text INTEGER PRIMARY KEY REFERENCES text, hashes BLOB NOT NULL) STRICT;"
    "INSERT OR IGNORE INTO remake SELECT 'band' WHERE EXISTS (SELECT 1 FROM sketch);";

/* A batch writes every page that one of its rows falls on, and these are the more the larger the ledger. Ids and keys
 * of records stand in few drawers, in order of their rows and with themselves behind, so that a drawer can be gone
 * through without its rows. Events are most of the records, and looked for by their days alone: indexes by kind have
 * the others. Outlets are few: their documents are added at the end, too. Who asks for a place goes through all of
 * record_place, of which the indexes by place saved little. */
static const char STEP_17[] =
    "DROP INDEX record_rid;"
    "CREATE INDEX record_rid ON record (substr(rid, 1, 2), id, rid);"
    "DROP INDEX record_key;"
    "CREATE INDEX record_key ON record (substr(key, 1, 2), id, key);"
    "DROP INDEX record_kind;"
    "CREATE INDEX record_kind ON record (kind, current, day_from, day_to, country, id) WHERE kind <> 'event';"
    "DROP INDEX record_kind_type;"
    "CREATE INDEX record_kind_type ON record (kind, type, current, day_from) WHERE kind <> 'event';"
    "DROP INDEX record_day;"
    "CREATE INDEX record_day ON record (day_from, id, kind, country, day_to)"
    "  WHERE current = 1 AND status <> 'rejected';"
    "DROP INDEX record_place_place;"
    "DROP INDEX record_place_country;"
    "DROP INDEX incident_country;"
    "DROP INDEX document_outlet;"
    "CREATE INDEX document_outlet ON document (outlet, id, day);";

/* The search index gathers a batch's words before it writes them, and has the fewer parts to put together. */
static const char STEP_18[] = "INSERT INTO search (search, rank) VALUES ('hashsize', 4194304);";

/* Lists of one type of record, and of what a reviewer looked at, have indexes to which a new row is added at the end,
 * or not at all. */
static const char STEP_19[] =
    "CREATE INDEX record_type ON record (type);"
    "CREATE INDEX record_checked ON record (day_from, id) WHERE status IN ('reviewed', 'corrected');"
    "CREATE INDEX incident_checked ON incident (day_from) WHERE status IN ('reviewed', 'corrected');";

/* Parts of the search index are put together sixteen at a time and not four: a word is written anew half as often as
 * the ledger grows. Little by little: only at 32 of one size all at once. */
static const char STEP_20[] = "INSERT INTO search (search, rank) VALUES ('automerge', 16);"
                              "INSERT INTO search (search, rank) VALUES ('crisismerge', 32);";

static const char *const steps[] = {STEP_1,  STEP_2,  STEP_3,  STEP_4,  STEP_5,  STEP_6,  STEP_7,
                                    STEP_8,  STEP_9,  STEP_10, STEP_11, STEP_12, STEP_13, STEP_14,
                                    STEP_15, STEP_16, STEP_17, STEP_18, STEP_19, STEP_20};
enum { NSTEPS = sizeof steps / sizeof *steps };

uint32_t schema_version(void) { return NSTEPS; }

void schema_check(Db *db, DbMode mode) {
  /* One look: another program may be making the ledger meanwhile. */
  db_exec(db, "BEGIN");
  int64_t application = db_number(db, "PRAGMA application_id", "");
  int64_t version = db_number(db, "PRAGMA user_version", "");
  int64_t tables = db_number(db, "SELECT count(*) FROM sqlite_schema", "");
  db_exec(db, "COMMIT");
  if (!db_ok(db) || (mode == DB_CREATE && application == 0 && version == 0 && tables == 0)) return;
  if (application != SCHEMA_APPLICATION) {
    db_fail_with(db, ERROR_FORMAT, "is not a ledger");
    return;
  }
  if (version == NSTEPS || (version < NSTEPS && mode != DB_READ)) return;
  if (version < NSTEPS) {
    db_fail_with(db, ERROR_FORMAT, "was written by an older daftar; 'daftar ingest LEDGER' brings it up to date");
    return;
  }
  char why[128];
  sqlite3_snprintf(sizeof why, why, "was written by a newer daftar (its schema is %lld, this program knows %d)",
                   (long long)version, NSTEPS);
  db_fail_with(db, ERROR_FORMAT, why);
}

void schema_migrate_by(Db *db, const char *const *list, uint32_t n) {
  if (db_number(db, "PRAGMA user_version", "") >= n) return;
  db_begin(db);
  /* Another program may have done it while this one waited. */
  int64_t version = db_number(db, "PRAGMA user_version", "");
  char pragma[96];
  for (int64_t i = version; db_ok(db) && i < n; i++) db_exec(db, list[i]);
  sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA application_id = %d; PRAGMA user_version = %u", SCHEMA_APPLICATION,
                   (unsigned)n);
  if (version < n) db_exec(db, pragma);
  db_commit(db);
}

void schema_migrate_to(Db *db, uint32_t version) { schema_migrate_by(db, steps, version < NSTEPS ? version : NSTEPS); }

void schema_migrate(Db *db) { schema_migrate_by(db, steps, NSTEPS); }
