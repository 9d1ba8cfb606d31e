package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.syntax.Span;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;

/** Netlists with the files that they name, {@code .include NAME}, in the places of these cards. */
final class Includes {

    private static final Pattern CARD = Pattern.compile("\\s*\\.(include|inc|lib)(\\s.*)?", Pattern.CASE_INSENSITIVE);

    /** A name, in quotes if there is a blank in it, and perhaps a second word and a comment. */
    private static final Pattern NAME =
            Pattern.compile("\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s;$\"']+))\\s*([^;$]*)(?:[;$].*)?");

    private static final Pattern END = Pattern.compile("\\s*\\.end(\\s.*)?", Pattern.CASE_INSENSITIVE);

    private final List<Written> pieces = new ArrayList<>();

    private Includes() {}

    /**
     * A netlist with all that it includes; its faults go to the files in which they stand.
     *
     * @throws Refused if a file cannot be read, after reporting it
     */
    static Written expanded(Written text) {
        if (text.text().lines().noneMatch(line -> CARD.matcher(line).matches())) {
            return text;
        }
        Includes includes = new Includes();
        includes.add(text, List.of());
        return Written.joined(includes.pieces);
    }

    /**
     * Adds a text up to its end.
     *
     * @param chain the files on the way here
     */
    private void add(Written text, List<String> chain) {
        String all = text.text();
        int from = 0;
        int end;
        for (int start = 0; start < all.length(); start = end + 1) {
            int found = all.indexOf('\n', start);
            end = found < 0 ? all.length() : found;
            String line = all.substring(start, end);
            if (END.matcher(line).matches()) {
                // That of the netlist itself ends it; in another file nothing follows.
                pieces.add(text.slice(from, chain.isEmpty() ? all.length() : start));
                return;
            }
            Matcher card = CARD.matcher(line);
            if (card.matches()) {
                pieces.add(text.slice(from, start));
                Written whole = text.part(start, end);
                // A card without effect: where the file begins with this one, what follows is no title.
                pieces.add(whole.said(".param\n"));
                requireNoMore(text, end + 1);
                include(whole, card.group(1), chain);
                pieces.add(whole.said("\n"));
                from = Math.min(end + 1, all.length());
            }
        }
        pieces.add(text.slice(from, all.length()));
    }

    private void include(Written card, String word, List<String> chain) {
        int begin = 1 + word.length();
        Matcher name = NAME.matcher(card.text());
        if (!name.region(begin, card.text().length()).matches()) {
            throw card.fault("written ." + word.toLowerCase(Locale.ROOT) + " FILE, a name in the folder of this file");
        }
        int group = name.group(1) != null ? 1 : name.group(2) != null ? 2 : 3;
        Span place = new Span(name.start(group), name.end(group));
        if (!name.group(4).isBlank()) {
            throw card.fault(
                    new Span(name.start(4), name.end(4)),
                    "a file is read whole, not a section of it: put what is needed into a file of its own");
        }
        Written.Neighbour file = card.neighbour(place, name.group(group));
        List<String> further = new ArrayList<>(chain);
        further.add(file.name());
        if (chain.contains(file.name())) {
            throw card.fault(place, "files include each other without end: " + String.join(" → ", further));
        }
        add(file.text(), further);
    }

    /** The line after a card with a name must not go on with it: nothing more belongs there. */
    private static void requireNoMore(Written text, int from) {
        int start = from;
        while (start < text.text().length()) {
            int found = text.text().indexOf('\n', start);
            int end = found < 0 ? text.text().length() : found;
            String line = text.text().substring(start, end).strip();
            if (line.startsWith("+")) {
                throw text.part(start, end)
                        .fault("the name of a file stands on one line, and nothing goes on after it");
            }
            if (!line.isEmpty() && !line.startsWith("*")) {
                return;
            }
            start = end + 1;
        }
    }
}
