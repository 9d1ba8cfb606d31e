package org.ansatz.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ansatz.bank.Document;
import org.ansatz.field.Language;
import org.ansatz.field.block.Fields;
import org.ansatz.judge.Grade;
import org.ansatz.judge.Grade.Aspect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people write, and what it is worth. */
final class ResponseTableTest {

    private static final Path TABLE = Path.of("src/test/resources/grading/responses.txt");

    private static Grade grade(String response, String key, String others) {
        StringBuilder request = new StringBuilder();
        request.append("response: ")
                .append(quoted(response))
                .append("\nkey: ")
                .append(quoted(key))
                .append('\n');
        for (String other : others.isEmpty() ? new String[0] : others.split("; ")) {
            String[] halves = other.split(": ", 2);
            request.append(halves[0]).append(':');
            if (!halves[0].equals("of")) {
                request.append(' ').append(quoted(halves[1])).append('\n');
                continue;
            }
            for (String domain : halves[1].split(", ")) {
                request.append("\n  ").append(domain.replace(" = ", ": ")).append('\n');
            }
        }
        Document document = Document.of("request", request.toString());
        Fields fields = document.fields();
        assertThat(fields).as(request.toString()).isNotNull();
        Grade grade = GradeRequest.answer(fields, Language.registry());
        fields.finish();
        assertThat(document.faults()).isEmpty();
        return grade;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @TestFactory
    Stream<DynamicTest> eachResponseIsWorthWhatItIs() throws IOException {
        return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] cells = line.split("\\s*\\|\\s*", -1);
                    Grade grade = grade(cells[1].strip(), cells[2].strip(), cells.length > 3 ? cells[3].strip() : "");
                    assertThat(grade.verdict()).as(grade.toString()).isEqualTo(cells[0]);
                    assertThat(grade.remark()).contains(cells.length > 4 ? cells[4].strip() : "");
                }));
    }

    /** What is right with something behind it that means nothing is refused, and never read in part. */
    @TestFactory
    Stream<DynamicTest> everyRowHasItsRefusal() throws IOException {
        return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("right") && !line.contains("marks to all"))
                .flatMap(line -> Stream.of(" qqq", " §", " 7 7", ")")
                        .map(tail -> DynamicTest.dynamicTest(line + tail, () -> {
                            String[] cells = line.split("\\s*\\|\\s*", -1);
                            String others = cells.length > 3 ? cells[3].strip() : "";
                            Grade grade = grade(cells[1] + tail, cells[2], others);
                            boolean isChoice = others.startsWith("options") && tail.length() < 3;
                            assertThat(grade.isRight()).as(grade.toString()).isEqualTo(isChoice);
                            assertThat(grade.remark())
                                    .satisfies(remark ->
                                            assertThat(remark.isEmpty()).isEqualTo(isChoice));
                        })));
    }

    @Test
    void theAspectsAreToldApart() {
        assertThat(grade("1.58", "1.58 m", "")).satisfies(grade -> {
            assertThat(grade.unit()).isEqualTo(Aspect.MISSING);
            assertThat(grade.number()).isEqualTo(Aspect.RIGHT);
            assertThat(grade.dimension()).isEqualTo(Aspect.RIGHT);
            assertThat(grade.form()).isEqualTo(Aspect.RIGHT);
        });
        assertThat(grade("1.58 km", "1.58 m", "")).satisfies(grade -> {
            assertThat(grade.unit()).isEqualTo(Aspect.WRONG);
            assertThat(grade.number()).isEqualTo(Aspect.RIGHT);
        });
        assertThat(grade("1.7", "1.58 m", "")).satisfies(grade -> {
            assertThat(grade.unit()).isEqualTo(Aspect.MISSING);
            assertThat(grade.number()).isEqualTo(Aspect.WRONG);
        });
        assertThat(grade("1.58 s", "1.58 m", "").dimension()).isEqualTo(Aspect.WRONG);
        assertThat(grade("1,58 m", "1.58 m", "").form()).isEqualTo(Aspect.WRONG);
    }

    @Test
    void theTableIsLarge() throws IOException {
        List<String> lines = Files.readAllLines(TABLE, StandardCharsets.UTF_8);
        assertThat(lines).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }
}
