package org.ansatz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Level;

/** What a bank holds, a line for each of its rooms: the folders just below {@code problems}. */
public final class Rooms {

    /** A column, and which problems are counted in it. */
    private record Column(String heading, Predicate<Entry> counts) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("problems", entry -> true),
            new Column("one option", entry -> entry.kind().equals("mcq")),
            new Column("several", entry -> entry.kind().equals("msq")),
            new Column("number", entry -> List.of("nat", "number", "complex").contains(entry.kind())),
            new Column(
                    "other",
                    entry -> !List.of("mcq", "msq", "nat", "number", "complex").contains(entry.kind())),
            new Column("easy", entry -> entry.level().difficulty() == Level.EASY),
            new Column("usual", entry -> entry.level().difficulty() == Level.USUAL.difficulty()),
            new Column("hard", entry -> entry.level().difficulty() == Level.HARD),
            new Column("variants", Entry::hasVariants),
            new Column("plots", Entry::hasPlots));

    private Rooms() {}

    /** The lines of the table, with a heading and the sums. */
    public static List<String> lines(Iterable<Entry> entries) {
        Map<String, int[]> rooms = new TreeMap<>();
        int[] all = new int[COLUMNS.size()];
        for (Entry entry : entries) {
            int[] room = rooms.computeIfAbsent(room(entry), name -> new int[COLUMNS.size()]);
            for (int i = 0; i < all.length; i++) {
                int one = COLUMNS.get(i).counts().test(entry) ? 1 : 0;
                room[i] += one;
                all[i] += one;
            }
        }
        int widest = "all".length();
        for (String room : rooms.keySet()) {
            widest = Math.max(widest, room.length());
        }
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder(" ".repeat(widest));
        COLUMNS.forEach(column -> heading.append("  ").append(column.heading()));
        lines.add(heading.toString());
        for (Map.Entry<String, int[]> room : rooms.entrySet()) {
            lines.add(line(Style.safe(room.getKey()), room.getValue(), widest));
        }
        lines.add(line("all", all, widest));
        return lines;
    }

    private static String room(Entry entry) {
        int slash = entry.id().indexOf('/');
        return slash < 0 ? "." : entry.id().substring(0, slash);
    }

    private static String line(String name, int[] counts, int widest) {
        StringBuilder line = new StringBuilder(name).append(" ".repeat(Math.max(0, widest - name.length())));
        for (int i = 0; i < counts.length; i++) {
            String count = String.valueOf(counts[i]);
            int width = COLUMNS.get(i).heading().length();
            line.append("  ")
                    .append(" ".repeat(Math.max(0, width - count.length())))
                    .append(count);
        }
        return line.toString();
    }
}
