package org.ansatz.progress;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database's tables, version by version. What a released version wrote is never changed here, only added to. */
final class Schema {

    /** "Ansa", by which {@code file} and we tell our databases from others'. */
    private static final int APPLICATION = 0x416E7361;

    /** What leads from each version to the next; an empty file has version 0. */
    private static final List<List<String>> STEPS = List.of(
            List.of("""
                    CREATE TABLE attempt (
                        id INTEGER PRIMARY KEY,
                        sitting INTEGER NOT NULL,
                        at INTEGER NOT NULL, -- milliseconds since 1970, UTC
                        problem TEXT NOT NULL,
                        topic TEXT NOT NULL,
                        seed INTEGER NOT NULL,
                        data TEXT NOT NULL,
                        reply TEXT NOT NULL,
                        outcome TEXT NOT NULL,
                        slip TEXT NOT NULL,
                        hints INTEGER NOT NULL,
                        rating INTEGER NOT NULL, -- 1 again to 4 easy
                        exam INTEGER NOT NULL
                    ) STRICT""", "PRAGMA application_id = " + APPLICATION),
            List.of("ALTER TABLE attempt ADD COLUMN undone INTEGER NOT NULL DEFAULT 0"),
            List.of("CREATE INDEX attempt_sitting ON attempt (sitting)"),
            List.of(
                    // The folder of the bank, empty for the one that is shipped.
                    "ALTER TABLE attempt ADD COLUMN bank TEXT NOT NULL DEFAULT ''", """
                    CREATE TABLE paper (
                        bank TEXT PRIMARY KEY,
                        id INTEGER NOT NULL,
                        length INTEGER NOT NULL, -- milliseconds, as the times below
                        used INTEGER NOT NULL,
                        seen INTEGER NOT NULL, -- since 1970, UTC
                        at INTEGER NOT NULL,
                        handed_in INTEGER NOT NULL,
                        process INTEGER NOT NULL,
                        started INTEGER NOT NULL -- since 1970, UTC
                    ) STRICT""", """
                    CREATE TABLE paper_question (
                        bank TEXT NOT NULL,
                        number INTEGER NOT NULL,
                        sitting INTEGER NOT NULL,
                        problem TEXT NOT NULL,
                        stamp TEXT NOT NULL,
                        seed INTEGER NOT NULL,
                        marked INTEGER NOT NULL,
                        visited INTEGER NOT NULL,
                        spent INTEGER NOT NULL, -- milliseconds
                        PRIMARY KEY (bank, number)
                    ) STRICT"""));

    /** The version that this program writes. */
    static final int VERSION = STEPS.size();

    /** In one statement, since another program may be making the tables between two. */
    private static final String STATE = "SELECT (SELECT user_version FROM pragma_user_version),"
            + " (SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema";

    private Schema() {}

    /**
     * Refuses what is not ours or was written by a newer program; changes nothing.
     *
     * @param what the file, for the message
     */
    static void check(Connection connection, String what) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(STATE)) {
            int version = found.getInt(1);
            if (version > VERSION) {
                throw new IOException(what + " was written by a newer Ansatz (its version is " + version
                        + ", this program knows " + VERSION + "): update Ansatz to use it");
            }
            if (version < 0) {
                throw new IOException(what + " is damaged: its version is " + version + "; it is left as it is. Move it"
                        + " away to begin anew, or put a copy in its place");
            }
            boolean ours = version == 0 ? found.getInt(3) == 0 : found.getInt(2) == APPLICATION;
            if (!ours) {
                throw new IOException(what + " is a database, but not one of Ansatz; it is left as it is");
            }
        }
    }

    /** Lets readers and a writer work at once; a commit is one write at the end of a log. */
    static void logAhead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    /** Brings the tables to this program's version, wholly or not at all, whoever else is trying. */
    static void update(Connection connection) throws SQLException {
        if (number(connection, "PRAGMA user_version") == VERSION) {
            return;
        }
        Transaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                for (int version = number(connection, "PRAGMA user_version"); version < VERSION; version++) {
                    for (String step : STEPS.get(version)) {
                        statement.execute(step);
                    }
                    statement.execute("PRAGMA user_version = " + (version + 1));
                }
            }
            return VERSION;
        });
    }

    /** The statements that make a database of an older version, for tests. */
    static List<String> upTo(int version) {
        return STEPS.subList(0, version).stream().flatMap(List::stream).toList();
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getInt(1);
        }
    }
}
