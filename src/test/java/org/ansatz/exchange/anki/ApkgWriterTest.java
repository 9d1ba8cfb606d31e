package org.ansatz.exchange.anki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ansatz.exchange.Samples;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Anki finds in a deck, by SQL. */
final class ApkgWriterTest {

    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

    @TempDir
    private Path folder;

    private static Exported written(Instant now, List<Item> items) {
        return new ApkgWriter(Clock.fixed(now, ZoneOffset.UTC)).write(items);
    }

    private static Map<String, byte[]> files(byte[] zip) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** The rows of a query, their columns apart by bars. */
    private List<String> rows(Exported deck, String query) throws Exception {
        Path file = Files.write(folder.resolve("c.db"), files(deck.bytes()).get("collection.anki2"));
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    private static Item pictured(String id, String title) {
        return Samples.pictured(id, title, "a \"lamp\"", Map.of("difficulty", "2", "source", "GATE 2024"));
    }

    @Test
    void aNoteHasFrontHintsBackAndTags() throws Exception {
        Exported deck = written(NOW, List.of(pictured("networks/lamp", "Lamp")));
        String guid = rows(deck, "SELECT guid FROM notes").get(0);
        String[] fields = rows(deck, "SELECT flds FROM notes").get(0).split("\u001f", -1);
        assertThat(fields).hasSize(3);
        assertThat(fields[0])
                .startsWith(
                        "<p>A lamp of 6 ohm hangs on 12 V. Which power does it take, with \\(P = \\frac{U^{2}}{R}\\)?")
                .contains("<img src=\"ansatz-" + guid + "-0.png\" alt=\"a &quot;lamp&quot;\">", "<p>(A) 24 W</p>");
        assertThat(fields[1]).isEqualTo("<p>Which current flows?</p><p>Power is voltage times current.</p>");
        assertThat(fields[2])
                .startsWith("<p><b>A</b></p><ul><li>(B): It looks as if the current was given.</li>")
                .contains("<p>With \\(I = \\frac{U}{R}\\) it is 24 W.</p>", "ansatz-" + guid + "-1.png", "GATE 2024");
        assertThat(rows(deck, "SELECT tags FROM notes")).containsExactly(" networks::power difficulty::2 ");
        assertThat(deck.losses()).allMatch(loss -> loss.what().equals("a note has no marks"));
    }

    @Test
    void picturesAreNumberedAndListed() throws Exception {
        Exported deck = written(NOW, List.of(pictured("a", "A"), pictured("b", "B")));
        Map<String, byte[]> files = files(deck.bytes());
        assertThat(files.keySet()).containsExactly("collection.anki2", "0", "1", "2", "3", "media");
        assertThat(files.get("2")).containsExactly(1, 2);
        assertThat(new String(files.get("media"), StandardCharsets.UTF_8))
                .matches("\\{\"0\":\"ansatz-[0-9a-f]{20}-0\\.png\",\"1\":.*,\"3\":\"ansatz-[0-9a-f]{20}-1\\.png\"}");
    }

    @Test
    void theDatabaseIsACollectionOfSchemaEleven() throws Exception {
        Exported deck = written(NOW, List.of(Samples.item(Samples.LAMP), Samples.item(Samples.NUMBER)));
        assertThat(rows(deck, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
                .containsExactly("cards", "col", "graves", "notes", "revlog");
        assertThat(rows(deck, "SELECT ver, crt FROM col")).containsExactly("11|" + NOW.getEpochSecond());
        assertThat(rows(
                        deck,
                        "SELECT json_valid(conf), json_valid(models), json_valid(decks), json_valid(dconf) FROM col"))
                .containsExactly("1|1|1|1");
        assertThat(rows(deck, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(rows(deck, "SELECT count(*) FROM cards JOIN notes ON notes.id = cards.nid"))
                .containsExactly("2");
        assertThat(rows(deck, "SELECT due, type, queue FROM cards ORDER BY due"))
                .containsExactly("1|0|0", "2|0|0");
        String model = "json_extract(models, '$.' || (SELECT '\"' || min(mid) || '\"' FROM notes) || ";
        assertThat(rows(deck, "SELECT " + model + "'.flds[1].name') FROM col")).containsExactly("Hints");
        assertThat(rows(deck, "SELECT " + model + "'.tmpls[0].qfmt') FROM col").get(0))
                .startsWith("{{Front}}");
        assertThat(rows(
                        deck,
                        "SELECT json_extract(decks, '$.\"' || (SELECT min(did) FROM cards) || '\".name') FROM col"))
                .containsExactly("Ansatz");
    }

    /** Anki takes a note for one that it has by its guid, and the newer of the two by when it was changed. */
    @Test
    void aLaterDeckHasTheSameNotesAndIsNewer() throws Exception {
        Exported first = written(NOW, List.of(pictured("networks/lamp", "Lamp")));
        Exported later =
                written(NOW.plusSeconds(60), List.of(pictured("other", "Other"), pictured("networks/lamp", "L")));
        List<String> known = rows(first, "SELECT guid, mid FROM notes");
        assertThat(rows(later, "SELECT guid, mid FROM notes")).hasSize(2).containsAll(known);
        assertThat(rows(later, "SELECT min(mod) FROM notes"))
                .containsExactly(String.valueOf(NOW.getEpochSecond() + 60));
    }

    @Test
    void equalQuestionsMakeEqualDecks() throws Exception {
        assertThat(written(NOW, List.of()).bytes())
                .isNotEmpty()
                .isEqualTo(written(NOW, List.of()).bytes());
    }
}
