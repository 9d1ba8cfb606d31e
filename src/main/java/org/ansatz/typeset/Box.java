package org.ansatz.typeset;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula over several lines of a terminal.
 *
 * @param lines of equal width
 * @param base the number of the line on which text beside it stands, from 0
 */
public record Box(List<String> lines, int base) {

    /** Makes all lines as wide as the widest. */
    public Box {
        int width = 0;
        for (String line : lines) {
            width = Math.max(width, columns(line));
        }
        List<String> filled = new ArrayList<>();
        for (String line : lines) {
            filled.add(line + " ".repeat(width - columns(line)));
        }
        lines = List.copyOf(filled);
    }

    static Box of(String line) {
        return new Box(List.of(line), 0);
    }

    /** How many columns it takes. */
    public int width() {
        return columns(lines.get(0));
    }

    /** Whether there is a fraction in it. */
    boolean hasBar() {
        return lines.stream().anyMatch(line -> line.indexOf('─') >= 0);
    }

    int height() {
        return lines.size();
    }

    private int below() {
        return height() - base;
    }

    /** Marks above a letter take no column. */
    private static int columns(String line) {
        int columns = 0;
        for (int i = 0; i < line.length(); i++) {
            int kind = Character.getType(line.charAt(i));
            columns += kind == Character.NON_SPACING_MARK || Character.isLowSurrogate(line.charAt(i)) ? 0 : 1;
        }
        return columns;
    }

    /** The two side by side. */
    Box beside(Box right) {
        int up = Math.max(base, right.base);
        int down = Math.max(below(), right.below());
        List<String> joined = new ArrayList<>();
        for (int row = -up; row < down; row++) {
            joined.add(row(row) + right.row(row));
        }
        return new Box(joined, up);
    }

    /** A line by its distance from the base. */
    private String row(int fromBase) {
        int at = base + fromBase;
        return at >= 0 && at < height() ? lines.get(at) : " ".repeat(width());
    }

    /** The same with its lines in the middle of so many columns. */
    private List<String> centred(int columns) {
        int left = (columns - width()) / 2;
        return lines.stream()
                .map(line -> " ".repeat(left) + line + " ".repeat(columns - width() - left))
                .toList();
    }

    /** Boxes one below the other, in the middle; the base is that of one of them. */
    static Box stacked(List<Box> boxes, int which) {
        int width = boxes.stream().mapToInt(Box::width).max().orElse(0);
        List<String> lines = new ArrayList<>();
        int base = 0;
        for (int i = 0; i < boxes.size(); i++) {
            base = i == which ? lines.size() + boxes.get(i).base : base;
            lines.addAll(boxes.get(i).centred(width));
        }
        return new Box(lines, base);
    }

    /** This with other boxes to its right, one above and one below its base. */
    Box scripted(Box low, Box high) {
        Box above = new Box(high.lines, high.height() + base);
        Box below = new Box(low.lines, -below());
        List<String> lines = new ArrayList<>();
        int width = Math.max(high.width(), low.width());
        int up = base + high.height();
        int down = below() + low.height();
        for (int row = -up; row < down; row++) {
            String beside = above.row(row).isBlank() ? below.row(row) : above.row(row);
            lines.add(row(row) + beside + " ".repeat(width - columns(beside)));
        }
        return new Box(trimmed(lines, up), base - firstText(lines, up) + high.height());
    }

    private static int firstText(List<String> lines, int most) {
        int first = 0;
        while (first < most && lines.get(first).isBlank()) {
            first++;
        }
        return first;
    }

    private static List<String> trimmed(List<String> lines, int most) {
        int last = lines.size();
        while (last > most + 1 && lines.get(last - 1).isBlank()) {
            last--;
        }
        return lines.subList(firstText(lines, most), last);
    }

    /** This between brackets as high as it is. */
    Box fenced(char open, char close) {
        return bracket(open).beside(this).beside(bracket(close));
    }

    private Box bracket(char sign) {
        if (height() == 1) {
            return of(String.valueOf(sign));
        }
        String[] parts = {"⎛⎜⎝", "⎞⎟⎠", "⎡⎢⎣", "⎤⎥⎦", "│││"};
        String of = parts["()[]|".indexOf(sign)];
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height(); i++) {
            lines.add(String.valueOf(of.charAt(i == 0 ? 0 : i == height() - 1 ? 2 : 1)));
        }
        return new Box(lines, base);
    }

    /** This below the sign of a root. */
    Box rooted() {
        List<String> lines = new ArrayList<>();
        lines.add(" ┌" + "─".repeat(width() + 1));
        for (int i = 0; i < height(); i++) {
            lines.add((i == height() - 1 ? "╲│ " : " │ ") + this.lines.get(i));
        }
        return new Box(lines, base + 1);
    }
}
