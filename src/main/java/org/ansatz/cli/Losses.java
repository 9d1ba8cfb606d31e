package org.ansatz.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.exchange.item.Loss;
import org.ansatz.report.Style;

/** What does not go from one format into another, as it is reported. */
final class Losses {

    private static final int SHOWN = 5;

    private Losses() {}

    /** Each kind of loss once, with the questions that it happens to. */
    static void report(List<Loss> losses, PrintWriter err) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        losses.forEach(loss ->
                byKind.computeIfAbsent(loss.what(), what -> new ArrayList<>()).add(loss.item()));
        byKind.forEach((what, items) -> err.println(Style.safe(what + ": " + listed(items))));
        err.flush();
    }

    private static String listed(List<String> all) {
        List<String> items = all.stream().distinct().toList();
        String first = String.join(", ", items.subList(0, Math.min(SHOWN, items.size())));
        return items.size() > SHOWN ? first + " and " + (items.size() - SHOWN) + " more" : first;
    }
}
