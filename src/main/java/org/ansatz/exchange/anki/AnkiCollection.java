package org.ansatz.exchange.anki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ansatz.files.SqliteLibrary;
import org.ansatz.json.JsonWriter;

/**
 * A collection of Anki: a SQLite database in its schema 11, which every version since 2012 reads ({@code collection.anki2}). Its one kind
 * of note has a front, hints and a back.
 */
final class AnkiCollection {

    /**
     * A note.
     *
     * @param guid by which it is known again
     * @param front what is asked, as HTML
     * @param hints shown one after the other where they are wanted, as HTML, or empty
     * @param back the answer, as HTML
     * @param tags without blanks
     */
    record Note(String guid, String front, String hints, String back, List<String> tags) {
        /** Copies. */
        Note {
            tags = List.copyOf(tags);
        }
    }

    /** By these Anki knows our kind of note and our deck again: milliseconds of the year 2023, as all its ids. */
    private static final long MODEL = 1_700_000_000_011L;

    private static final long DECK = 1_700_000_000_012L;

    private static final char FIELD = 0x1f;
    private static final int SCHEMA = 11;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,"
                    + " ver integer not null, dty integer not null, usn integer not null, ls integer not null,"
                    + " conf text not null, models text not null, decks text not null, dconf text not null,"
                    + " tags text not null)",
            "CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,"
                    + " usn integer not null, tags text not null, flds text not null, sfld integer not null,"
                    + " csum integer not null, flags integer not null, data text not null)",
            "CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,"
                    + " mod integer not null, usn integer not null, type integer not null, queue integer not null,"
                    + " due integer not null, ivl integer not null, factor integer not null, reps integer not null,"
                    + " lapses integer not null, left integer not null, odue integer not null, odid integer not null,"
                    + " flags integer not null, data text not null)",
            "CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,"
                    + " ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,"
                    + " time integer not null, type integer not null)",
            "CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null)",
            "CREATE INDEX ix_notes_usn ON notes (usn)",
            "CREATE INDEX ix_cards_usn ON cards (usn)",
            "CREATE INDEX ix_revlog_usn ON revlog (usn)",
            "CREATE INDEX ix_cards_nid ON cards (nid)",
            "CREATE INDEX ix_cards_sched ON cards (did, queue, due)",
            "CREATE INDEX ix_revlog_cid ON revlog (cid)",
            "CREATE INDEX ix_notes_csum ON notes (csum)");

    private static final String FRONT = "{{Front}}{{#Hints}}<p>{{hint:Hints}}</p>{{/Hints}}";
    private static final String BACK = "{{FrontSide}}<hr id=answer>{{Back}}";
    private static final String CSS = ".card { font-family: sans-serif; font-size: 20px; text-align: left; }"
            + " img { max-width: 100%; } pre { font-size: 14px; }";

    /** How many cards a day, and when they come back: what Anki has by itself. */
    private static final String PACE = """
            {"1": {"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0,
              "replayq": true, "dyn": false,
              "new": {"bury": false, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20},
              "rev": {"bury": false, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
              "lapse": {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0}}}
            """;

    private final Instant now;

    private AnkiCollection(Instant now) {
        this.now = now;
    }

    /**
     * The database as a file.
     *
     * @param now when the notes were changed
     * @throws IOException in a sentence, if there is no SQLite, or no room for a temporary file
     */
    static byte[] of(List<Note> notes, Instant now) throws IOException {
        Path folder = Files.createTempDirectory("ansatz-");
        try {
            SqliteLibrary.keepIn(folder.resolve("native"));
            Path file = folder.resolve("collection.anki2");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                new AnkiCollection(now).write(notes, connection);
            }
            return Files.readAllBytes(file);
        } catch (SQLException | LinkageError e) {
            throw new IOException("a deck for Anki cannot be written: " + e.getMessage(), e);
        } finally {
            clear(folder);
        }
    }

    /** Removes a folder; of a library that was loaded only the name goes. */
    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void write(List<Note> notes, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = MEMORY");
            statement.execute("PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        collection(connection, notes.size());
        long id = now.toEpochMilli();
        for (int i = 0; i < notes.size(); i++) {
            note(connection, notes.get(i), id + i);
            card(connection, id + i, i + 1);
        }
        connection.commit();
    }

    private void collection(Connection connection, int notes) throws SQLException {
        String sql = "INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')";
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            row.setLong(1, now.getEpochSecond());
            row.setLong(2, now.toEpochMilli());
            row.setLong(3, now.toEpochMilli());
            row.setInt(4, SCHEMA);
            row.setString(5, settings(notes));
            row.setString(6, model());
            row.setString(7, "{\"1\": " + deck(1, "Default") + ", \"" + DECK + "\": " + deck(DECK, "Ansatz") + "}");
            row.setString(8, PACE);
            row.executeUpdate();
        }
    }

    private void note(Connection connection, Note note, long id) throws SQLException {
        String sql = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')";
        String first = note.front().replaceAll("<[^>]*>", "");
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            row.setLong(1, id);
            row.setString(2, note.guid());
            row.setLong(3, MODEL);
            row.setLong(4, now.getEpochSecond());
            row.setString(5, note.tags().isEmpty() ? "" : " " + String.join(" ", note.tags()) + " ");
            row.setString(6, field(note.front()) + FIELD + field(note.hints()) + FIELD + field(note.back()));
            row.setString(7, first);
            row.setLong(8, checksum(first));
            row.executeUpdate();
        }
    }

    /** What parts fields cannot stand in one. */
    private static String field(String html) {
        return html.replace(FIELD, ' ');
    }

    /** A new card, which is shown after those in front of it. */
    private void card(Connection connection, long note, int place) throws SQLException {
        String sql = "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')";
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            row.setLong(1, note);
            row.setLong(2, note);
            row.setLong(3, DECK);
            row.setLong(4, now.getEpochSecond());
            row.setInt(5, place);
            row.executeUpdate();
        }
    }

    /** The first 32 bits of the digest of a field, by which Anki finds notes that begin alike. */
    private static long checksum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest, 0, 4));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String model() {
        return String.format(
                Locale.ROOT,
                """
            {"%1$d": {"id": %1$d, "name": "Ansatz", "type": 0, "mod": %2$d, "usn": -1, "sortf": 0, "did": %3$d,
              "tmpls": [{"name": "Question", "ord": 0, "qfmt": %4$s, "afmt": %5$s, "bqfmt": "", "bafmt": "", "did": %3$d}],
              "flds": [
                {"name": "Front", "ord": 0, "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": []},
                {"name": "Hints", "ord": 1, "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": []},
                {"name": "Back", "ord": 2, "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": []}],
              "css": %6$s, "latexPre": "", "latexPost": "", "req": [[0, "any", [0]]], "vers": [], "tags": []}}
            """,
                MODEL,
                now.getEpochSecond(),
                DECK,
                JsonWriter.text(FRONT),
                JsonWriter.text(BACK),
                JsonWriter.text(CSS));
    }

    private String deck(long id, String name) {
        return String.format(Locale.ROOT, """
            {"id": %d, "name": "%s", "desc": "", "mod": %d, "usn": -1, "collapsed": false, "browserCollapsed": false,
              "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
              "dyn": 0, "extendNew": 0, "extendRev": 0, "conf": 1}
            """, id, name, now.getEpochSecond());
    }

    private static String settings(int notes) {
        return String.format(Locale.ROOT, """
            {"nextPos": %d, "estTimes": true, "activeDecks": [1], "sortType": "noteFld", "timeLim": 0,
              "sortBackwards": false, "addToCur": true, "curDeck": 1, "newSpread": 0, "dueCounts": true, "curModel": %d,
              "collapseTime": 1200}
            """, notes + 1, MODEL);
    }
}
