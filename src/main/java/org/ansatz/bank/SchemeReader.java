package org.ansatz.bank;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.expression.check.Nearest;
import org.ansatz.field.block.Written;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.MarkingScheme.Shared;
import org.ansatz.problem.MarkingScheme.Special;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Reads a marking scheme:
 *
 * <pre>
 * scheme: Midterm
 * wrong:                     # of the question's marks
 *   one option: -1/3
 *   several options: 0
 *   other: 0
 * unit missing: 1/2
 * shared: [options, parts]   # a part that is right earns its share
 * questions:
 *   circuits/q7: marks to all
 *   circuits/q9: {marks: 3, wrong: -1/4}
 * </pre>
 */
public final class SchemeReader {

    private static final Pattern FRACTION =
            Pattern.compile("[-\u2212\u2010]?\\d{1,6}(\\.\\d{1,6}|\\s*/\\s*[1-9]\\d{0,5})?");
    private static final String TO_ALL = "marks to all";
    private static final Rational MOST_MARKS = Rational.of(1000);

    private final Set<String> questions;

    private SchemeReader(Set<String> questions) {
        this.questions = questions;
    }

    /**
     * Reads a scheme.
     *
     * @param file receives the faults
     * @param questions the ids that a scheme may speak of
     * @return null if there is a fault
     */
    public static @Nullable MarkingScheme read(PlainFile file, Set<String> questions) {
        SourceFile source = file.source();
        Mapping root = source == null ? null : YamlReader.read(source);
        if (source == null || root == null) {
            return null;
        }
        MarkingScheme scheme =
                ProblemReader.attempt(() -> new SchemeReader(questions).scheme(new Section(source, root, "")));
        return source.faults().isEmpty() ? scheme : null;
    }

    private MarkingScheme scheme(Section top) {
        MarkingScheme usual = MarkingScheme.GATE;
        String name = top.prose("scheme");
        Rational one = usual.wrongOption();
        Rational several = usual.wrongOptions();
        Rational other = usual.wrong();
        if (top.has("wrong")) {
            Section wrong = top.fields("wrong");
            one = loss(wrong, "one option", one);
            several = loss(wrong, "several options", several);
            other = loss(wrong, "other", other);
            wrong.finish();
        }
        Rational unit = usual.unitMissing();
        if (top.has("unit missing")) {
            unit = number(top, "unit missing", SchemeReader::isShare, "from 0 to 1");
        }
        Set<Shared> shared = EnumSet.noneOf(Shared.class);
        if (top.has("shared")) {
            top.lines("shared").forEach(word -> shared.add(shared(word)));
        }
        Map<String, Special> special = new LinkedHashMap<>();
        if (top.has("questions")) {
            Section section = top.fields("questions");
            for (String id : section.keys()) {
                ProblemReader.attempt(() -> special.put(id, special(section, id)));
            }
        }
        top.finish();
        return new MarkingScheme(name, one, several, other, unit, shared, special);
    }

    private static boolean isShare(Rational x) {
        return x.signum() >= 0 && x.compareTo(Rational.ONE) <= 0;
    }

    private static Rational loss(Section section, String field, Rational usual) {
        return section.has(field)
                ? number(section, field, x -> isShare(x.negate()), "a fraction of the marks from -1 to 0")
                : usual;
    }

    private static Rational number(Section section, String field, Predicate<Rational> allowed, String wanted) {
        Written text = section.text(field);
        if (!FRACTION.matcher(text.text()).matches()) {
            throw text.fault("a number such as -1/3 or 0.25 is needed here, " + wanted);
        }
        String plain = text.text().replaceAll("\\s", "").replace('\u2212', '-').replace('\u2010', '-');
        int bar = plain.indexOf('/');
        Rational number = bar < 0
                ? Rational.parse(plain)
                : Rational.parse(plain.substring(0, bar)).over(Rational.parse(plain.substring(bar + 1)));
        if (!allowed.test(number)) {
            throw text.fault("'" + text.text() + "' is out of range; " + wanted);
        }
        return number;
    }

    private static Shared shared(Written word) {
        for (Shared shared : Shared.values()) {
            if (shared.name().equalsIgnoreCase(word.text())) {
                return shared;
            }
        }
        throw word.fault("'" + word.text() + "' is none of options, parts, carried");
    }

    private Special special(Section section, String id) {
        if (!questions.contains(id)) {
            throw section.refuse(
                    section.key(id), "there is no question '" + id + "'" + Nearest.suggestion(id, questions));
        }
        if (!section.isMapping(id)) {
            Written text = section.text(id);
            if (!text.text().equalsIgnoreCase(TO_ALL) && !text.text().equalsIgnoreCase("MTA")) {
                throw text.fault("'" + TO_ALL + "', or {marks: 2, wrong: -1/4}, is needed here");
            }
            return new Special(null, null, true);
        }
        Section own = section.fields(id);
        Rational marks = own.has("marks")
                ? number(own, "marks", x -> x.signum() > 0 && x.compareTo(MOST_MARKS) <= 0, "more than 0, at most 1000")
                : null;
        Rational wrong = own.has("wrong") ? loss(own, "wrong", Rational.ZERO) : null;
        own.finish();
        return new Special(marks, wrong, false);
    }
}
