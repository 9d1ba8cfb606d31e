package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ansatz.field.circuit.netlist.Circuits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against ngspice with nearly ideal diodes; see {@code golden/circuit/ORIGIN.md} for the permitted errors. */
class NgspiceTest {

    private static List<String> lines(String name) throws IOException {
        try (InputStream stream = NgspiceTest.class.getResourceAsStream("/golden/circuit/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"bridge, 0.08, 1.4e-3", "clamper, 5e-3, 1.4e-3"})
    void theWaveformIsThatOfNgspiceButForTheDropOfItsDiodes(String name, double stop, double permitted)
            throws IOException {
        StringBuilder cards = new StringBuilder();
        for (String line : lines(name + ".cir")) {
            if (line.matches("[VRCD][0-9].*")) {
                cards.append(line.replace("DX", "ideal")).append('\n');
            }
        }
        Transient run = new Transient(Circuits.read(cards.toString()), stop);
        List<String> rows = lines(name + ".csv");
        String[] columns = rows.get(0).split(",");
        assertThat(rows).hasSize(202);
        for (String row : rows.subList(1, rows.size())) {
            String[] values = row.split(",");
            double t = Math.min(stop, Double.parseDouble(values[0]));
            for (int c = 1; c < columns.length; c++) {
                String node = columns[c].substring(2, columns[c].length() - 1);
                assertThat(run.voltage(node, "0", t).value())
                        .as("%s at %s", columns[c], t)
                        .isCloseTo(Double.parseDouble(values[c]), within(permitted));
            }
        }
    }
}
