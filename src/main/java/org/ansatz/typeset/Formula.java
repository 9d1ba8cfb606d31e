package org.ansatz.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A formula to be looked at. What Unicode has no sign for stays as it is written. */
public sealed interface Formula {

    /** What {@code cases} makes of it. */
    <R> R fold(Cases<R> cases);

    /** Something that is done otherwise with each kind of formula: writing it in another notation. */
    interface Cases<R> {
        /** Letters, digits and signs. */
        R ofSymbols(Symbols symbols);

        /** One part after the other. */
        R ofRow(Row row);

        /** One over the other. */
        R ofFraction(Fraction fraction);

        /** A square root. */
        R ofRoot(Root root);

        /** An index, an exponent, or both. */
        R ofScripted(Scripted scripted);

        /** Something between brackets. */
        R ofFenced(Fenced fenced);

        /** Rows and columns. */
        R ofMatrix(Matrix matrix);
    }

    /** In one line of text. */
    String line();

    /** Over as many lines as it takes. */
    Box box();

    /** Whether it can be the part of a product, and hence the numerator of a fraction in a line, without parentheses. */
    default boolean isFactor() {
        return true;
    }

    /** Whether it is one sign or word, and hence can be a denominator, exponent or radicand without parentheses. */
    default boolean isSingle() {
        return true;
    }

    /**
     * A formula as it is written between two dollar signs: {@code log_2((p - s)/(p + s))}, or with the commands of LaTeX. Every
     * text is one.
     */
    static Formula of(String text) {
        return new FormulaReader(text).formula();
    }

    private static String inParentheses(Formula part, boolean needed) {
        return needed ? "(" + part.line() + ")" : part.line();
    }

    /** Letters, digits and signs. */
    record Symbols(String text) implements Formula {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofSymbols(this);
        }

        @Override
        public String line() {
            return text;
        }

        @Override
        public Box box() {
            return Box.of(text);
        }

        @Override
        public boolean isFactor() {
            return text.codePoints().noneMatch(c -> " +-±=≤≥≠≈→<>,".indexOf(c) >= 0);
        }

        @Override
        public boolean isSingle() {
            return isFactor() && text.codePoints().noneMatch(c -> "·×/*".indexOf(c) >= 0);
        }
    }

    /** One part after the other. */
    record Row(List<Formula> parts) implements Formula {
        /** Copies. */
        public Row {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofRow(this);
        }

        @Override
        public String line() {
            StringBuilder line = new StringBuilder();
            parts.forEach(part -> line.append(part.line()));
            return line.toString();
        }

        @Override
        public Box box() {
            Box box = Box.of("");
            for (Formula part : parts) {
                box = box.beside(part.box());
            }
            return box;
        }

        @Override
        public boolean isFactor() {
            return parts.stream().allMatch(Formula::isFactor);
        }

        /** Also the call of a function. */
        @Override
        public boolean isSingle() {
            return (parts.size() <= 1 || isCall()) && parts.stream().allMatch(Formula::isSingle);
        }

        /** A single letter before a sum, as in {@code s(s + 1)}, is a factor rather than a function. */
        private boolean isCall() {
            if (parts.size() != 2 || !(parts.get(1) instanceof Fenced argument)) {
                return false;
            }
            int letters = letters(parts.get(0));
            return letters > 1 || letters == 1 && argument.inside().isSingle();
        }

        /** How many letters the name of a function has, its index apart; 0 if it is none. */
        private static int letters(Formula part) {
            if (part instanceof Scripted scripted) {
                return letters(scripted.base());
            }
            boolean name = part instanceof Symbols symbols
                    && symbols.text().codePoints().allMatch(Character::isLetter);
            return name ? part.line().codePointCount(0, part.line().length()) : 0;
        }
    }

    /** One over the other. */
    record Fraction(Formula top, Formula bottom) implements Formula {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofFraction(this);
        }

        @Override
        public String line() {
            boolean isOneAfterAnother = top instanceof Fraction || !top.isFactor();
            return inParentheses(top, isOneAfterAnother) + "/" + inParentheses(bottom, !bottom.isSingle());
        }

        @Override
        public Box box() {
            Box above = top.box();
            Box below = bottom.box();
            boolean nested = above.hasBar() || below.hasBar();
            String bar = "─".repeat(Math.max(1, Math.max(above.width(), below.width()) + (nested ? 2 : 0)));
            return Box.stacked(List.of(above, Box.of(bar), below), 1);
        }

        @Override
        public boolean isSingle() {
            return false;
        }
    }

    /** A square root. */
    record Root(Formula radicand) implements Formula {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofRoot(this);
        }

        @Override
        public String line() {
            return "√" + inParentheses(radicand, !radicand.isSingle());
        }

        @Override
        public Box box() {
            Box below = radicand.box();
            return below.height() == 1 ? Box.of(line()) : below.rooted();
        }
    }

    /** With an index, an exponent, or both. */
    record Scripted(
            Formula base, @Nullable Formula low, @Nullable Formula high) implements Formula {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofScripted(this);
        }

        @Override
        public String line() {
            return base.line() + index() + exponent();
        }

        private String index() {
            String text = low == null ? "" : low.line();
            String small = SmallSigns.low(text);
            boolean isWord = text.codePoints().allMatch(Character::isLetterOrDigit);
            return text.isEmpty() || !small.isEmpty() ? small : "_" + (isWord ? text : grouped(text));
        }

        private String exponent() {
            String text = high == null ? "" : high.line();
            String small = SmallSigns.high(text);
            if (text.isEmpty() || !small.isEmpty() || text.equals("*") || text.equals("'")) {
                return small.isEmpty() ? text : small;
            }
            return "^" + (high instanceof Fenced ? text : grouped(text));
        }

        private static String grouped(String text) {
            return text.codePointCount(0, text.length()) > 1 ? "(" + text + ")" : text;
        }

        @Override
        public Box box() {
            Box middle = base.box();
            Box below = low == null ? Box.of("") : low.box();
            Box above = high == null ? Box.of("") : high.box();
            if (base instanceof Symbols symbols && Signs.hasLimits(symbols.text())) {
                List<Box> stack = new ArrayList<>();
                if (high != null) {
                    stack.add(above);
                }
                stack.add(middle);
                if (low != null) {
                    stack.add(below);
                }
                return Box.stacked(stack, high == null ? 0 : 1);
            }
            String line = line();
            boolean flat = middle.height() == 1 && line.indexOf('^') < 0 && line.indexOf('_') < 0;
            return flat ? Box.of(line) : middle.scripted(below, above);
        }
    }

    /** Between brackets. */
    record Fenced(char open, Formula inside, char close) implements Formula {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofFenced(this);
        }

        @Override
        public String line() {
            return open + inside.line() + close;
        }

        @Override
        public Box box() {
            return inside.box().fenced(open, close);
        }
    }

    /** Rows and columns between brackets. */
    record Matrix(List<List<Formula>> rows) implements Formula {
        /** Copies. */
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofMatrix(this);
        }

        @Override
        public String line() {
            StringBuilder line = new StringBuilder("[");
            for (List<Formula> row : rows) {
                line.append(line.length() == 1 ? "" : "; ")
                        .append(String.join(
                                ", ", row.stream().map(Formula::line).toList()));
            }
            return line.append(']').toString();
        }

        @Override
        public Box box() {
            int columns = rows.stream().mapToInt(List::size).max().orElse(0);
            Box box = Box.of(" ");
            for (int column = 0; column < columns; column++) {
                box = box.beside(column(column)).beside(Box.of(column == columns - 1 ? " " : "  "));
            }
            return box.fenced('[', ']');
        }

        /** Entries of a column, each as high as its row. */
        private Box column(int column) {
            List<Box> entries = new ArrayList<>();
            for (List<Formula> row : rows) {
                Box whole = Box.of("");
                for (Formula entry : row) {
                    whole = whole.beside(entry.box());
                }
                Box blank = new Box(whole.lines().stream().map(line -> "").toList(), whole.base());
                entries.add(column < row.size() ? blank.beside(row.get(column).box()) : blank);
            }
            Box stacked = Box.stacked(entries, 0);
            return new Box(stacked.lines(), (stacked.height() - 1) / 2);
        }
    }
}
