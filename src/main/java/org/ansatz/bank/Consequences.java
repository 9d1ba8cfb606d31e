package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansatz.bank.YamlNode.Entry;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.expression.check.ForgottenUnit;
import org.ansatz.expression.check.Names;

/**
 * Faults that only follow from others: a name is unknown because the line that declares it could not be read, or stands below
 * a field that does not exist; one datum without its unit makes every formula with it wrong. They are not reported beside
 * their cause.
 */
final class Consequences {

    /** The fields whose entries declare names. */
    private static final Set<String> DECLARING = Set.of("given", "any", "quantities", "let");

    private static final String OF_ONE_KIND = "needs two quantities of one kind";

    private final SourceFile file;
    private final Set<String> undeclared = new TreeSet<>();
    private final List<int[]> causes = new ArrayList<>();

    private Consequences(SourceFile file) {
        this.file = file;
    }

    /**
     * Takes them out of a file's faults.
     *
     * @param known the fields that a problem has
     */
    static void drop(SourceFile file, Mapping root, Set<String> known) {
        Consequences consequences = new Consequences(file);
        for (Entry entry : root.entries()) {
            if (!known.contains(entry.name())) {
                consequences.declaredIn(entry.key().start(), entry.value().end());
            } else if (DECLARING.contains(entry.name())) {
                consequences.faultyLines(entry);
            }
        }
        file.faults().removeIf(consequences::isOne);
        consequences.keepOnePerForgottenUnit();
    }

    /** Of the faults that one datum without its unit explains, one is kept: one that names the unit, if there is such. */
    private void keepOnePerForgottenUnit() {
        Map<String, Fault> kept = new TreeMap<>();
        for (Fault fault : file.faults()) {
            ForgottenUnit forgotten = ForgottenUnit.in(fault.message());
            if (forgotten != null) {
                kept.merge(
                        forgotten.datum(),
                        fault,
                        (first, other) -> namesUnit(other) && !namesUnit(first) ? other : first);
            }
        }
        file.faults()
                .removeIf(fault -> kept.entrySet().stream()
                        .anyMatch(cause -> !fault.equals(cause.getValue())
                                && isExplained(fault, cause.getKey(), cause.getValue())));
    }

    private static boolean namesUnit(Fault fault) {
        ForgottenUnit forgotten = ForgottenUnit.in(fault.message());
        return forgotten != null && !forgotten.unit().isEmpty();
    }

    /** Whether a fault suspects the same datum, or is one of kinds of quantities in a formula with a datum whose unit is known. */
    private static boolean isExplained(Fault fault, String datum, Fault cause) {
        ForgottenUnit forgotten = ForgottenUnit.in(fault.message());
        if (forgotten != null) {
            return forgotten.datum().equals(datum);
        }
        return namesUnit(cause) && fault.message().contains(OF_ONE_KIND) && speaksOf(fault, datum);
    }

    /** Whether a name stands in what a fault is in. */
    private static boolean speaksOf(Fault fault, String name) {
        int start = Math.min(fault.place().column() - 1, fault.line().length());
        int end = Math.min(start + fault.width(), fault.line().length());
        return List.of(fault.line().substring(start, end).split("[^\\p{L}\\p{N}_]+"))
                .contains(name);
    }

    /** The names of what could not be read: all of a field that is no mapping, otherwise the lines with a fault. */
    private void faultyLines(Entry entry) {
        boolean isWhole = !(entry.value() instanceof Mapping) && !entry.name().equals("let");
        for (Fault fault : List.copyOf(file.faults())) {
            int at = offset(fault);
            if (at >= entry.value().start() && at < entry.value().end()) {
                int line = file.lineOf(at);
                int start = isWhole ? entry.value().start() : file.lineStart(line);
                int end =
                        isWhole ? entry.value().end() : start + file.line(line).length();
                declaredIn(start, end);
            }
        }
    }

    /** Where a fault stands in the file; −1 if it stands in one beside it. */
    private int offset(Fault fault) {
        return fault.place().file().equals(file.name())
                ? file.offset(fault.place().line() - 1, fault.place().column() - 1)
                : -1;
    }

    private void declaredIn(int start, int end) {
        causes.add(new int[] {start, end});
        for (String line : file.text().substring(start, end).split("\n")) {
            String name = line.strip().split("[^\\p{L}\\p{N}_]", 2)[0];
            if (!name.isEmpty()) {
                undeclared.add(name);
            }
        }
    }

    private boolean isOne(Fault fault) {
        String name = Names.unknownIn(fault.message());
        int at = offset(fault);
        boolean isCause = causes.stream().anyMatch(cause -> at >= cause[0] && at < cause[1]);
        return name != null && undeclared.contains(name) && !isCause;
    }
}
