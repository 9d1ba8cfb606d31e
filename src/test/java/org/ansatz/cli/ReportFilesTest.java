package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code --junit}, {@code --sarif}, {@code --markdown}: the same findings in forms that other programs read. */
final class ReportFilesTest {

    private static final String DIVIDER = """
            title: A divider
            statement: s {V}
            given:
              V: 6 V
            answer: {kind: number, unit: V}
            routes:
              share: V/3
              search:
                value: root(3*x - V for x in 0 V..100 V)
            misconceptions:
              - says: a|b <i>*half*</i> & "more" was taken
                value: V/2
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aBankWithAWrongKeyAndAFileThatCannotBeRead() throws IOException {
        Files.createDirectories(folder.resolve("problems/room"));
        Files.createDirectories(folder.resolve("answers"));
        Files.writeString(folder.resolve("problems/room/right.yaml"), DIVIDER);
        Files.writeString(folder.resolve("problems/room/a wrong one.yaml"), DIVIDER);
        Files.writeString(folder.resolve("problems/broken.yaml"), "title: [\n");
        Files.writeString(
                folder.resolve("answers/keys.yaml"),
                "claim: me\nanswers:\n  room/right: 2 V\n  room/a wrong one: 3 V\n");
    }

    private Run run(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "--bank", folder.toString()));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aBuildServerSeesATestCaseForEachQuestion() throws Exception {
        Run run = run("verify", "--junit", file("out.xml"));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("out.xml").toFile())
                .getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("0");
        List<String> cases = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        NodeList all = suite.getElementsByTagName("testcase");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            sum = sum.add(new BigDecimal(one.getAttribute("time")));
            assertThat(one.getAttribute("time")).matches("[0-9]+[.][0-9]{3}");
            cases.add(one.getAttribute("classname") + " " + one.getAttribute("name") + " "
                    + one.getElementsByTagName("failure").getLength()
                    + one.getElementsByTagName("error").getLength());
        }
        BigDecimal whole = new BigDecimal(suite.getAttribute("time"));
        assertThat(whole).isBetween(sum, sum.add(new BigDecimal("0.003")));
        String broken = file("problems/broken.yaml");
        assertThat(cases)
                .containsExactly("room room/a wrong one 10", "room room/right 00", broken + " " + broken + ":2:1 01");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("disputed");
        assertThat(failure.getAttribute("message"))
                .startsWith("2 V: 2 independent routes")
                .contains("a|b <i>*half*</i> & \"more\" was taken");
        assertThat(failure.getTextContent()).startsWith(file("answers/keys.yaml") + ":4:21\nshare: 2 V");
    }

    @Test
    void aCodeHostShowsFindingsBesideTheLines() throws IOException {
        run("verify", "--sarif", file("out.sarif"));
        JsonNode log = valid("out.sarif");
        JsonNode results = log.at("/runs/0/results");
        assertThat(results.findValuesAsText("ruleId")).containsExactly("unreadable", "disputed");
        assertThat(results.at("/1/level").asText()).isEqualTo("error");
        assertThat(results.at("/1/message/text").asText()).startsWith("room/a wrong one: 2 V: 2 independent");
        JsonNode place = results.at("/1/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText())
                .startsWith("file:///")
                .endsWith("/answers/keys.yaml");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(4);
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(21);
        assertThat(log.at("/runs/0/tool/driver/rules").findValuesAsText("id"))
                .containsExactly("disputed", "unreadable");
    }

    @Test
    void whatLintSaysGoesThereToo() throws IOException {
        Run run = run("lint", "--sarif", file("out.sarif"), "--markdown", file("out.md"));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        JsonNode results = valid("out.sarif").at("/runs/0/results");
        assertThat(results.findValuesAsText("ruleId")).contains("unreadable", "wrong-key", "missing-hint");
        assertThat(results.findValuesAsText("level")).contains("error", "warning");
        assertThat(Files.readString(folder.resolve("out.md")))
                .startsWith("# Remarks\n")
                .contains("| missing-hint |");
    }

    private JsonNode valid(String name) throws IOException {
        JsonNode log = new ObjectMapper().readTree(folder.resolve(name).toFile());
        try (InputStream stream =
                Objects.requireNonNull(ReportFilesTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(stream);
            assertThat(schema.validate(log)).isEmpty();
        }
        return log;
    }

    @Test
    void aSummaryShowsStrangersTextAsItIs() throws IOException {
        run("verify", "--markdown", file("out.md"));
        assertThat(Files.readString(folder.resolve("out.md")))
                .startsWith("""
                        # Verified

                        | status | questions |
                        | --- | --- |
                        | agreed | 1 |
                        | disputed | 1 |
                        | faults in files | 1 |
                        """)
                .contains("a\\|b &lt;i>\\*half\\*&lt;/i> &amp; \"more\" was taken");
    }

    @Test
    void aDossierTellsTheKeyFromWhatIsFound() throws IOException {
        Run run = run("dossier", "a wrong one");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE); // of another file
        assertThat(run("dossier", "right").out()).contains("\n## The key\n\nme says 2 V.\n");
        assertThat(run.out())
                .startsWith("# A divider\n\nroom/a wrong one\n\nResult: disputed, 2 V. 2 independent routes")
                .contains("\n## The question\n\ns 6 V\n\nData: V = 6 V.\n")
                .contains("\n## By search\n\n    value: root(3*x - V for x in 0 V..100 V)\n\nIt finds 2 V. It rests on")
                .contains("\n## The key\n\nme says 3 V.\n")
                .contains("- By share it is 2 V, from which the key is off by 50 %.\n");
        run("dossier", "a wrong one", "--html", file("dossier.html"));
        assertThat(Files.readString(folder.resolve("dossier.html")))
                .contains("a|b &lt;i&gt;*half*&lt;/i&gt; &amp; &quot;more&quot; was taken")
                .doesNotContain("<i>", "http:", "https:", "<script");
        assertThat(Run.of("dossier", "gate-2012-ec/q28").out())
                .contains("| C | 1.58 m | residual 0.08125 | residual 0.09503 |");
        assertThat(Run.of("dossier", "nothing").err()).contains("there is no problem 'nothing'");
    }

    @Test
    void aReportThatCannotBeWrittenIsToldBeforeTheWork() {
        Run run = run("verify", "--junit", file("no/out.xml"));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("there is no folder");
    }
}
