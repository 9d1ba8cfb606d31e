package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;

/** A class that was marked, with its candidates. */
record MarkedSheet(MarkedClass marked, List<CandidateResult> candidates) {
    String marks() {
        StringBuilder text = new StringBuilder();
        candidates.forEach(result ->
                text.append(result.name()).append('=').append(result.marks()).append(' '));
        return text.toString().strip();
    }

    ItemAnalysis item(String id) {
        return marked.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static MarkedSheet of(
            Bank bank, byte[] bytes, Sheet.Form form, MarkingScheme scheme, Authority authority, int threads)
            throws IOException {
        try (Sheet sheet = new Sheet(bank, scheme, authority, threads)) {
            sheet.read(new ByteArrayInputStream(bytes), form, Sheet.Each.NOBODY);
            List<CandidateResult> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(candidates::add);
            assertThat(marked.tally().isComplete()).isTrue();
            return new MarkedSheet(marked, candidates);
        }
    }

    static MarkedSheet csv(Bank bank, String text) throws IOException {
        return csv(bank, MarkingScheme.GATE, text);
    }

    static MarkedSheet csv(Bank bank, MarkingScheme scheme, String text) throws IOException {
        return of(bank, text.getBytes(StandardCharsets.UTF_8), Sheet.Form.CSV, scheme, Authority.ROUTES, 2);
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
