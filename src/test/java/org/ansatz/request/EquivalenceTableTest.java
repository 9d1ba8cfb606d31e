package org.ansatz.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansatz.bank.Document;
import org.ansatz.bank.Fault;
import org.ansatz.field.Language;
import org.ansatz.field.block.Fields;
import org.ansatz.judge.Equivalence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pairs of formulas that are the same function or not, many of them nearly. */
final class EquivalenceTableTest {

    private static final Path TABLE = Path.of("src/test/resources/equivalence/pairs.txt");

    private record Pair(String verdict, String a, String b, String domains, String condition) {

        static Pair of(String line) {
            String[] cells = line.split(" \\| ?(?!\\|)", -1);
            return new Pair(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    cells.length > 3 ? cells[3].strip() : "",
                    cells.length > 4 ? cells[4].strip() : "");
        }

        Equivalence compared(String first, String second) {
            StringBuilder request = new StringBuilder();
            request.append("a: '").append(quoted(first)).append("'\n");
            request.append("b: '").append(quoted(second)).append("'\n");
            if (!domains.isEmpty()) {
                request.append("of:\n");
                for (String domain : domains.split(", ", -1)) {
                    String[] halves = domain.split(" = ", 2);
                    request.append("  ")
                            .append(halves[0])
                            .append(": '")
                            .append(halves[1])
                            .append("'\n");
                }
            }
            if (!condition.isEmpty()) {
                request.append("where: '").append(condition).append("'\n");
            }
            Document document = Document.of("pair", request.toString());
            Fields fields = document.fields();
            assertThat(fields).isNotNull();
            try {
                return EqualRequest.read(fields, Language.registry()).answer();
            } catch (RuntimeException e) {
                throw new AssertionError(
                        document.faults().stream().map(Fault::toString).toList() + "", e);
            }
        }

        private static String quoted(String text) {
            return text.replace("'", "''");
        }
    }

    private static List<Pair> pairs() throws IOException {
        return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Pair::of)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> eachPairIsTold() throws IOException {
        return pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Equivalence there = pair.compared(pair.a(), pair.b());
                    Equivalence back = pair.compared(pair.b(), pair.a());
                    assertThat(there.status()).as(there.reason()).isEqualTo(pair.verdict());
                    assertThat(back.status()).as(back.reason()).isEqualTo(pair.verdict());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aMillionthMoreIsNeverEqual() throws IOException {
        return pairs().stream()
                .filter(pair -> pair.verdict().equals("equal"))
                .filter(pair -> !pair.a().contains(">") && !pair.b().equals("0"))
                .map(pair -> DynamicTest.dynamicTest(
                        pair.toString(),
                        () -> assertThat(pair.compared(pair.a(), "1.000001*(" + pair.b() + ")")
                                        .status())
                                .isEqualTo("different")));
    }

    @Test
    void theTableIsLargeAndBalanced() throws IOException {
        List<Pair> pairs = pairs();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(pairs.stream().collect(Collectors.groupingBy(Pair::verdict, Collectors.counting())))
                .hasEntrySatisfying("equal", n -> assertThat(n).isGreaterThanOrEqualTo(150))
                .hasEntrySatisfying("different", n -> assertThat(n).isGreaterThanOrEqualTo(150));
    }
}
