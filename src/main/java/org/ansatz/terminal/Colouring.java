package org.ansatz.terminal;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Option;
import org.ansatz.quantity.Units;
import org.ansatz.terminal.Command.Completion;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed: commands, units, names that mean nothing, brackets without their partners. */
final class Colouring implements Highlighter {

    private final Desk desk;
    private final Map<String, Command> commands;

    Colouring(Desk desk, Map<String, Command> commands) {
        this.desk = desk;
        this.commands = commands;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStringBuilder out = new AttributedStringBuilder();
        Theme theme = desk.screen().theme();
        int at = command(buffer, out, theme);
        if (at < 0) {
            return out.append(buffer).toAttributedString();
        }
        BitSet single = unmatched(buffer, at);
        boolean words = offersWords();
        while (at < buffer.length()) {
            char c = buffer.charAt(at);
            int end = at + 1;
            AttributedStyle style = AttributedStyle.DEFAULT;
            if (Lines.isPartOfWord(c) && !Character.isDigit(c)) {
                while (end < buffer.length() && Lines.isPartOfWord(buffer.charAt(end))) {
                    end++;
                }
                style = words ? style : style(buffer, at, end, theme);
            } else if (Character.isDigit(c)) {
                end = numberEnd(buffer, at);
            } else if (single.get(at)) {
                style = theme.unknown();
            }
            out.styled(style, buffer.substring(at, end));
            at = end;
        }
        return out.toAttributedString();
    }

    /** Writes the command that the line begins with; says where an expression begins, or −1 if none follows. */
    private int command(String buffer, AttributedStringBuilder out, Theme theme) {
        int start = 0;
        while (start < buffer.length() && Character.isWhitespace(buffer.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < buffer.length() && Character.isLetter(buffer.charAt(end))) {
            end++;
        }
        Command command = commands.get(buffer.substring(start, end));
        boolean alone = end == buffer.length() || Character.isWhitespace(buffer.charAt(end));
        if (buffer.startsWith("#", start)) {
            return -1;
        }
        if (command == null || !alone) {
            out.append(buffer, 0, start);
            return start;
        }
        out.append(buffer, 0, start).styled(theme.command(), buffer.substring(start, end));
        boolean expression = command.completion() == Completion.EXPRESSION
                || command.completion() == Completion.GIVEN
                || command.completion() == Completion.SWEPT;
        if (!expression) {
            out.append(buffer, end, buffer.length());
            return buffer.length();
        }
        return end;
    }

    /** A question whose options are words is answered in words. */
    private boolean offersWords() {
        Showing showing = desk.showing();
        if (showing == null || showing.problem().answer().options().isEmpty()) {
            return false;
        }
        for (Option option : showing.data().options()) {
            if (option.isClaim()) {
                return true;
            }
        }
        return false;
    }

    private AttributedStyle style(String buffer, int from, int to, Theme theme) {
        String word = buffer.substring(from, to);
        if (isKnown(word, buffer, to)) {
            return AttributedStyle.DEFAULT;
        }
        if (Units.find(word) != null) {
            return theme.unit();
        }
        boolean typing = to == buffer.length();
        return typing && begins(word) ? AttributedStyle.DEFAULT : theme.unknown();
    }

    private boolean isKnown(String word, String buffer, int to) {
        Registry registry = desk.registry();
        if (registry.function(word) != null
                || registry.binder(word) != null
                || registry.constant(word) != null
                || Scope.isReserved(word)) {
            return true;
        }
        Showing showing = desk.showing();
        boolean named = showing != null
                && (Words.names(showing).contains(word)
                        || isOption(showing, word)
                        || showing.problem().scope().find(word) != null);
        return named || desk.calculator().result(word) != null || isBound(word, buffer) || isDefined(buffer, to);
    }

    private static boolean isOption(Showing showing, String word) {
        for (Option option : showing.data().options()) {
            if (option.key().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line itself binds the name: {@code sum(k^2 for k in 1:10)}. */
    private static boolean isBound(String word, String buffer) {
        return buffer.contains("for " + word + " ") || buffer.contains(", " + word + " in");
    }

    /** Whether the name is what the line defines: {@code d = 3 m}. */
    private static boolean isDefined(String buffer, int to) {
        String rest = buffer.substring(to).stripLeading();
        return rest.startsWith("=") && !rest.startsWith("==");
    }

    /** Whether a word that is still being typed may become a known one. */
    private boolean begins(String word) {
        for (String command : commands.keySet()) {
            if (command.startsWith(word)) {
                return true;
            }
        }
        Registry registry = desk.registry();
        return registry.functions().stream()
                        .anyMatch(function -> function.name().startsWith(word))
                || registry.binders().stream().anyMatch(binder -> binder.name().startsWith(word))
                || registry.constants().stream()
                        .anyMatch(constant -> constant.name().startsWith(word));
    }

    /** The end of a number, whose exponent is no name. */
    private static int numberEnd(String buffer, int start) {
        int at = start;
        while (at < buffer.length() && (Character.isDigit(buffer.charAt(at)) || buffer.charAt(at) == '.')) {
            at++;
        }
        if (at < buffer.length() && "eE".indexOf(buffer.charAt(at)) >= 0) {
            int digit = at + 1;
            digit += digit < buffer.length() && "+-".indexOf(buffer.charAt(digit)) >= 0 ? 1 : 0;
            if (digit < buffer.length() && Character.isDigit(buffer.charAt(digit))) {
                at = digit;
                while (at < buffer.length() && Character.isDigit(buffer.charAt(at))) {
                    at++;
                }
            }
        }
        return at;
    }

    /** Where brackets stand that have no partner. */
    private static BitSet unmatched(String buffer, int from) {
        BitSet single = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = from; i < buffer.length(); i++) {
            char c = buffer.charAt(i);
            if ("([".indexOf(c) >= 0) {
                open.push(i);
            } else if (")]".indexOf(c) >= 0) {
                boolean fits = !open.isEmpty() && buffer.charAt(open.peek()) == (c == ')' ? '(' : '[');
                if (fits) {
                    open.pop();
                } else {
                    single.set(i);
                }
            }
        }
        open.forEach(single::set);
        return single;
    }
}
