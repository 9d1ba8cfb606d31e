package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.ansatz.files.Cache;
import org.ansatz.problem.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code difficulty} and {@code needs} of a problem. */
final class LevelTest {

    @TempDir
    private Path folder;

    private Path file(String fields) throws IOException {
        return Files.writeString(folder.resolve("p.yaml"), """
                title: one
                topic: rf/lines
                %s
                statement: What is it?
                answer: {kind: number}
                routes: {a: 1 + 1, b: sum(1 for i in 1:2)}
                """.formatted(fields));
    }

    @Test
    void theyAreReadAndKeptInTheIndex() throws IOException {
        Path file = file("difficulty: 3\nminutes: 7\nneeds: [circuits, rf/basics]");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
        Level level = new Level(3, List.of("circuits", "rf/basics"), 7);
        Cache cache = Cache.in(folder.resolve("cache"), "program");
        for (int time = 0; time < 2; time++) {
            assertThat(BankLoader.listing(cache).problems(folder).catalogue().entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.level()).isEqualTo(level));
        }
        file("");
        assertThat(Bank.load(file).problems().values())
                .singleElement()
                .satisfies(problem -> assertThat(problem.card().level()).isEqualTo(Level.USUAL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            difficulty: 0            | p.yaml:3:13: a difficulty is 1 (easy), 2 or 3 (hard)
            difficulty: 4            | p.yaml:3:13: a difficulty is 1 (easy), 2 or 3 (hard)
            difficulty: easy         | p.yaml:3:13: a difficulty is 1 (easy), 2 or 3 (hard)
            difficulty: 2.0          | p.yaml:3:13: a difficulty is 1 (easy), 2 or 3 (hard)
            minutes: 0               | p.yaml:3:10: a whole number from 1 to 99
            minutes: 100             | p.yaml:3:10: a whole number from 1 to 99
            minutes: 1.5             | p.yaml:3:10: a whole number from 1 to 99
            minutes: 4 min           | p.yaml:3:10: a whole number from 1 to 99
            difficulty: [1]          | p.yaml:3:13:
            dificulty: 1             | did you mean 'difficulty'?
            needs: [rf/lines]        | p.yaml:3:9: this is the topic of the problem itself
            needs: [a, rf]           | p.yaml:3:12: this is the topic of the problem itself
            needs: [a, a]            | p.yaml:3:12: this topic is named twice
            needs: []                | p.yaml:3:8: 'needs' holds no lines
            needs: {a: b}            | p.yaml:3:8: topics are needed here, as in
            needs: [[a], b]          | p.yaml:3:9: topics are needed here, as in
            needs: ['']              | p.yaml:3:9:
            """)
    void whatIsWrongIsSaidWithItsPlace(String fields, String said) throws IOException {
        assertThat(Bank.load(file(fields)).faults()).isNotEmpty();
        assertThat(Bank.load(file(fields)).faults().get(0).toString()).contains(said);
    }
}
