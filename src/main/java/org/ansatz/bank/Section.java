package org.ansatz.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.bank.YamlNode.Entry;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.bank.YamlNode.Scalar;
import org.ansatz.bank.YamlNode.Sequence;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.term.Uses;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.jspecify.annotations.Nullable;

/** A mapping of a file seen through types: remembers what was asked for, so that the rest can be reported as unknown. */
final class Section implements Fields {

    /** What to do where YAML cut a formula in two. */
    static final String COMMA_HINT = ": YAML splits {…} at every comma; put this on its own line, or in quotes";

    /** What others call the key in a problem file. */
    private static final Set<String> KEYS =
            Set.of("answer_key", "key", "keys", "correct", "correct_answer", "correct_option", "right_answer");

    private static final String NO_TEXT =
            "text is needed here; if it begins with a bracket or has a colon before a space," + " put it in quotes";

    private final SourceFile file;
    private final Mapping mapping;
    private final String name;
    private final Set<String> asked;
    private final Ledger ledger;
    private final @Nullable Section above;
    private final boolean isOfProblem;
    private final Set<String> astray = new HashSet<>();

    /** Gathers what the expressions below one section rest on; sections below share it. */
    private static final class Ledger {
        private final @Nullable Ledger whole;
        private final List<Uses> entries = new ArrayList<>();

        /** A ledger whose entries stand in {@code whole}, too. */
        Ledger(@Nullable Ledger whole) {
            this.whole = whole;
        }

        void add(Uses more) {
            entries.add(more);
            if (whole != null) {
                whole.add(more);
            }
        }

        /** All together; put together when it is asked for, so that a thousand entries are not copied a thousand times. */
        Uses uses() {
            Uses all = Uses.all(entries);
            entries.clear();
            entries.add(all);
            return all;
        }
    }

    private Section(
            SourceFile file,
            Mapping mapping,
            String name,
            Set<String> asked,
            Ledger ledger,
            @Nullable Section above,
            boolean isOfProblem) {
        this.file = file;
        this.mapping = mapping;
        this.name = name;
        this.asked = asked;
        this.ledger = ledger;
        this.above = above;
        this.isOfProblem = isOfProblem;
    }

    Section(SourceFile file, Mapping mapping, String name) {
        this(file, mapping, name, new TreeSet<>(), new Ledger(null), null, false);
    }

    /** All of a problem's file: of its fields it is known where they belong. */
    static Section ofProblem(SourceFile file, Mapping mapping) {
        return new Section(file, mapping, "", new TreeSet<>(), new Ledger(null), null, true);
    }

    private Section below(Mapping part, String title) {
        return new Section(file, part, title, new TreeSet<>(), ledger, this, isOfProblem);
    }

    SourceFile file() {
        return file;
    }

    @Override
    public boolean has(String key) {
        asked.add(key);
        return mapping.entry(key) != null;
    }

    @Override
    public boolean isMapping(String key) {
        return has(key) && node(key) instanceof Mapping && !isSet((Mapping) node(key));
    }

    /** Whether a mapping is what YAML makes of {@code {2 kHz, 7 kHz}}: names without values. */
    private static boolean isSet(Mapping mapping) {
        for (Entry entry : mapping.entries()) {
            boolean bare = entry.value() instanceof Scalar scalar
                    && scalar.plain()
                    && scalar.value().isEmpty();
            if (!bare) {
                return false;
            }
        }
        return mapping.flow();
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        mapping.entries().forEach(entry -> keys.add(entry.name()));
        return keys;
    }

    @Override
    public Uses uses() {
        return ledger.uses();
    }

    /** The node of a field that must be there. */
    YamlNode node(String key) {
        asked.add(key);
        Entry entry = mapping.entry(key);
        if (entry == null) {
            Entry meant = meant(key);
            if (meant != null) {
                asked.add(meant.name());
                throw refuse(meant.key(), "unknown field '" + meant.name() + "'; did you mean '" + key + "'?");
            }
            throw missing(key, "");
        }
        return entry.value();
    }

    /** Reports that a field is not there, but if it was reported in a section above, where it does not belong. */
    private Refused missing(String key, String meaning) {
        for (Section each = above; each != null; each = each.above) {
            if (each.astray.contains(key)) {
                return new Refused();
            }
        }
        return fault("the field '" + key + "' is missing" + meaning);
    }

    /** A field that nobody asked for and whose name is near to one that is missing; null if there is none. */
    private @Nullable Entry meant(String key) {
        for (Entry entry : mapping.entries()) {
            if (!asked.contains(entry.name()) && Nearest.to(entry.name(), List.of(key)) != null) {
                return entry;
            }
        }
        return null;
    }

    /** The name of a field that must be there, where it stands. */
    YamlNode key(String key) {
        Entry entry = mapping.entry(key);
        if (entry == null) {
            throw missing(key, "");
        }
        return entry.key();
    }

    @Override
    public boolean isBlank(String key) {
        Entry entry = mapping.entry(key);
        if (entry == null || !(entry.value() instanceof Scalar)) {
            return false;
        }
        asked.add(key);
        Scalar scalar = (Scalar) entry.value();
        return scalar.value().isBlank() || scalar.plain() && scalar.value().equals("null");
    }

    @Override
    public Written text(String key) {
        return written(excerpt(node(key), "'" + key + "'"));
    }

    private Excerpt excerpt(YamlNode node, String what) {
        Excerpt excerpt = node instanceof Scalar
                ? ((Scalar) node).excerpt()
                : Excerpt.contiguous(
                        file.text().substring(node.start(), node.end()).stripTrailing(), node.start());
        if (excerpt.text().isBlank()) {
            boolean quoted = node instanceof Scalar && !((Scalar) node).plain();
            throw refuse(node, what + " is empty" + (quoted ? "" : commaHint()));
        }
        if (mapping.flow() && node instanceof Scalar && ((Scalar) node).plain() && !isBalanced(excerpt.text())) {
            throw refuse(node, "a bracket is not closed" + commaHint());
        }
        return excerpt;
    }

    private String commaHint() {
        return mapping.flow() ? COMMA_HINT : "";
    }

    static boolean isBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
        }
        return open == 0;
    }

    private Written written(Excerpt excerpt) {
        return SourceText.of(file, excerpt, ledger::add);
    }

    /** The prose of a field, as YAML reads it. */
    String prose(String key) {
        YamlNode node = node(key);
        if (!(node instanceof Scalar)) {
            throw refuse(node, NO_TEXT);
        }
        String value = ((Scalar) node).value();
        if (value.isBlank()) {
            throw refuse(node, "'" + key + "' is empty");
        }
        return value.strip();
    }

    /** The prose of a field, with where each of its characters stands. */
    Excerpt proseExcerpt(YamlNode node) {
        if (!(node instanceof Scalar)) {
            throw refuse(node, NO_TEXT);
        }
        return ((Scalar) node).excerpt();
    }

    @Override
    public List<Written> lines(String key) {
        YamlNode node = node(key);
        List<Written> lines = new ArrayList<>();
        if (node instanceof Sequence) {
            for (YamlNode item : ((Sequence) node).items()) {
                Excerpt excerpt = excerpt(item, "this");
                boolean isPlain = item instanceof Scalar scalar && scalar.plain();
                if (((Sequence) node).flow() && isPlain && !isBalanced(excerpt.text())) {
                    throw refuse(
                            item,
                            "a bracket is not closed: YAML splits […] at every comma; put each on a line of its own");
                }
                lines.add(written(excerpt));
            }
            return some(lines, key);
        }
        Excerpt excerpt = excerpt(node, "'" + key + "'");
        int start = 0;
        for (String line : excerpt.text().split("\n", -1)) {
            String content = line.strip();
            if (!content.isEmpty() && content.charAt(0) != '#') {
                int indent = line.indexOf(content);
                lines.add(written(excerpt.part(start + indent, start + indent + content.length())));
            }
            start += line.length() + 1;
        }
        return some(lines, key);
    }

    private List<Written> some(List<Written> lines, String key) {
        if (lines.isEmpty()) {
            throw refuse(node(key), "'" + key + "' holds no lines");
        }
        return lines;
    }

    @Override
    public List<Written> linesIfAny(String key) {
        boolean isList = has(key) && node(key) instanceof Sequence;
        boolean isNone = !has(key) || isList && ((Sequence) node(key)).items().isEmpty();
        return isNone ? List.of() : lines(key);
    }

    @Override
    public Section fields(String key) {
        YamlNode node = node(key);
        if (!(node instanceof Mapping)) {
            requireSpaces(node);
            throw refuse(node, "fields are needed here, as in '" + key + ":' with 'name: value' on the lines below");
        }
        return below((Mapping) node, key);
    }

    /** {@code R:4.7 kohm} is text for YAML. */
    private void requireSpaces(YamlNode node) {
        String first = file.text()
                .substring(node.start(), node.end())
                .lines()
                .findFirst()
                .orElse("");
        int colon = first.indexOf(':');
        boolean plain = node instanceof Scalar scalar && scalar.plain();
        if (plain && colon > 0 && first.substring(0, colon).matches("[\\p{L}_][\\p{L}\\p{N}_ ]*")) {
            String meant = first.substring(0, colon) + ": "
                    + first.substring(colon + 1).strip();
            file.fault(
                    node.start() + colon,
                    node.start() + colon + 1,
                    "a space is missing after the colon: write '" + meant + "'");
            throw new Refused();
        }
    }

    @Override
    public List<Fields> items(String key) {
        List<Fields> items = new ArrayList<>();
        for (Section section : sections(key)) {
            items.add(section);
        }
        return items;
    }

    /** A list of mappings. */
    List<Section> sections(String key) {
        YamlNode node = node(key);
        if (!(node instanceof Sequence)) {
            throw refuse(node, "a list is needed here: lines that begin with '-'");
        }
        List<Section> sections = new ArrayList<>();
        for (YamlNode item : ((Sequence) node).items()) {
            if (!(item instanceof Mapping)) {
                throw refuse(item, "fields are needed here: - name: value");
            }
            sections.add(below((Mapping) item, "an item of " + key));
        }
        return sections;
    }

    @Override
    public Section apart() {
        return new Section(file, mapping, name, asked, new Ledger(ledger), above, isOfProblem);
    }

    @Override
    public String word(String key, List<String> allowed) {
        if (!has(key) && meant(key) == null) {
            throw missing(key, ", which is one of " + String.join(", ", allowed));
        }
        Written text = text(key);
        if (!allowed.contains(text.text())) {
            throw text.fault("'" + text.text() + "' is none of " + String.join(", ", allowed)
                    + Nearest.suggestion(text.text(), allowed));
        }
        return text.text();
    }

    @Override
    public Refused fault(String message) {
        file.fault(mapping.start(), mapping.start() + 1, (name.isEmpty() ? "" : name + ": ") + message);
        return new Refused();
    }

    /** Reports a fault at a node; throw what it returns. */
    Refused refuse(YamlNode node, String message) {
        file.fault(node.start(), node.end(), message);
        return new Refused();
    }

    @Override
    public void finish() {
        Set<String> known = new HashSet<>(asked);
        boolean complete = true;
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                complete = false;
                boolean split = mapping.flow()
                        && entry.value() instanceof Scalar
                        && ((Scalar) entry.value()).value().isEmpty();
                file.fault(
                        entry.key().start(),
                        entry.key().end(),
                        split ? "'" + entry.name() + "' stands alone" + commaHint() : unknown(entry.name(), asked));
            }
        }
        if (!complete) {
            throw new Refused();
        }
    }

    /** What to say of a field that does not exist. */
    private String unknown(String field, Set<String> known) {
        Home home = isOfProblem ? Home.of(field) : null;
        if (home != null && home.isAwayFrom(name)) {
            astray.add(field);
            return "'" + field + "' does not belong here, but " + home.place();
        }
        boolean isKey = name.isEmpty()
                && KEYS.contains(field.toLowerCase(java.util.Locale.ROOT).replace('-', '_'));
        return "unknown field '" + field + "'"
                + (isKey
                        ? "; a problem does not hold its key, which stands in a file below answers/"
                        : Nearest.suggestion(field, new TreeSet<>(known)));
    }

    /** Reports fields that are none of these, before anything is read that may rest on what stands below them. */
    void requireKnown(Set<String> fields) {
        for (Entry entry : mapping.entries()) {
            if (!fields.contains(entry.name()) && asked.add(entry.name())) {
                file.fault(entry.key().start(), entry.key().end(), unknown(entry.name(), fields));
            }
        }
    }
}
