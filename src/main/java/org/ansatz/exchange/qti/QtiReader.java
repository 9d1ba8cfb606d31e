package org.ansatz.exchange.qti;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ansatz.exchange.item.HtmlReader;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Option;
import org.ansatz.exchange.item.Interaction.Scale;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.qti.QtiRules.Range;
import org.ansatz.exchange.qti.QtiRules.Rule;
import org.ansatz.quantity.Units;
import org.ansatz.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * An item of QTI 2.1, 2.2 or 3.0: one choice, or one gap for a number. What is right stands in its response declaration or in the
 * processing of the response; feedback belongs to what leads to it there. Others are named, and so is what is lost.
 */
public final class QtiReader {

    private static final String SCORE = "SCORE";
    private static final Set<String> UNREAD =
            Set.of("stylesheet", "assessmentStimulusRef", "companionMaterialsInfo", "catalogInfo");
    private static final String SAME = "feedback that is the same for all right or wrong replies is left out";

    private final Element root;
    private final String title;
    private final String topic;
    private final List<Loss> losses;
    private final Element body;
    private final QtiRules rules;

    /** What does not belong to the text of the question, by identity. */
    private final Set<Element> apart = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Feedback that is not said yet, by its outcome and its own name. */
    private final Map<String, Map<String, StringBuilder>> said = new LinkedHashMap<>();

    private double marks;
    private double worst;

    private QtiReader(Element root, String topic, String file, List<Loss> losses) {
        this.root = root;
        this.topic = topic;
        this.losses = losses;
        String name = root.attribute("title").isBlank() ? root.attribute("identifier") : root.attribute("title");
        this.title = HtmlReader.plain(name.isBlank() ? file : name, file, losses);
        this.body = root.child("itemBody") == null ? root : root.child("itemBody");
        this.rules = QtiRules.of(root.child("responseProcessing"));
        this.marks = stated();
    }

    /** Whether an element is an item of QTI. */
    public static boolean isItem(Element root) {
        return QtiVersion.plainElement(root.name()).equals("assessmentItem");
    }

    /**
     * The item; null if it cannot be a problem, which is then among the losses.
     *
     * @param topic where it belongs
     * @param file what it is called where it has no name
     */
    static @Nullable Item item(Element root, String topic, String file, List<Loss> losses) {
        return new QtiReader(plain(root), topic, file, losses).item();
    }

    /** The same with the names of version 2.1. */
    private static Element plain(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach((name, value) -> attributes.put(QtiVersion.plainAttribute(name), value));
        return new Element(
                QtiVersion.plainElement(element.name()),
                attributes,
                element.children().stream().map(QtiReader::plain).toList(),
                element.texts(),
                element.line());
    }

    private @Nullable Item item() {
        List<Element> interactions = new ArrayList<>();
        find(body, "Interaction", interactions);
        interactions.removeIf(element -> element.name().equals("endAttemptInteraction"));
        Element one = interactions.size() == 1 ? interactions.get(0) : null;
        Element declared = one == null ? null : declaration(one.attribute("responseIdentifier"));
        String kind = kind(interactions, declared);
        if (one == null || declared == null || !kind.isEmpty()) {
            losses.add(new Loss(title, "left out: only choices and numbers are read, and this is " + kind));
            return null;
        }
        feedback();
        Interaction interaction =
                one.name().equals("choiceInteraction") ? choice(one, declared) : numeric(one, declared);
        List<String> hints = rubrics();
        String asked = text(body, apart) + "\n\n" + text(one.child("prompt"), Set.of());
        String solution = solution();
        lose();
        String id = root.attribute("label").isBlank() ? root.attribute("identifier") : root.attribute("label");
        return new Item(
                id,
                title,
                topic,
                asked.strip(),
                /* illustration= */ null,
                "",
                interaction,
                marks,
                worst,
                solution,
                hints,
                List.of(),
                Map.of());
    }

    /** Why an item cannot be a problem; empty if it can. */
    private String kind(List<Element> interactions, @Nullable Element declared) {
        if (!root.all("templateDeclaration").isEmpty()) {
            return "one whose data are drawn";
        }
        if (root.attribute("adaptive").equals("true")) {
            return "one that changes with each attempt";
        }
        if (interactions.size() != 1) {
            return interactions.isEmpty() ? "one that asks for nothing" : "one that asks for several answers";
        }
        String name = interactions.get(0).name();
        if (!name.equals("choiceInteraction") && !name.equals("textEntryInteraction")) {
            return "'" + name + "'";
        }
        if (declared == null) {
            return "one without a declaration of its response";
        }
        boolean isText = name.equals("textEntryInteraction") && !isNumeric(declared);
        return isText ? "a text to type" : "";
    }

    private static boolean isNumeric(Element declared) {
        String type = declared.attribute("baseType");
        boolean isNumber = type.equals("float") || type.equals("integer");
        return isNumber || Double.isFinite(QtiRules.number(declared.textAt("correctResponse", "value")));
    }

    private static void find(Element in, String ending, List<Element> found) {
        for (Element child : in.children()) {
            if (child.name().endsWith(ending)) {
                found.add(child);
            }
            find(child, ending, found);
        }
    }

    private @Nullable Element declaration(String response) {
        for (Element declared : root.all("responseDeclaration")) {
            if (declared.attribute("identifier").equals(response)) {
                return declared;
            }
        }
        return null;
    }

    private String text(@Nullable Element element, Set<Element> skipped) {
        return QtiMarkup.text(element, skipped, title, losses);
    }

    private void lose(boolean happens, String what) {
        if (happens) {
            losses.add(new Loss(title, what));
        }
    }

    // ---- marks

    /** The marks that the item states, or not a number. */
    private double stated() {
        double maximum = Double.NaN;
        for (Element outcome : root.all("outcomeDeclaration")) {
            if (outcome.attribute("identifier").equals("MAXSCORE")) {
                return QtiRules.number(outcome.textAt("defaultValue", "value"));
            }
            if (outcome.attribute("identifier").equals(SCORE)) {
                maximum = QtiRules.number(outcome.attribute("normalMaximum"));
            }
        }
        return maximum;
    }

    /** What a right answer earns, and what the worst one costs, from all scores that can be. */
    private void settle(List<Double> scores) {
        double best = 0;
        double least = 0;
        for (double score : scores) {
            best = score > best ? score : best;
            least = score < least ? score : least;
        }
        marks = marks > 0 && Double.isFinite(marks) ? marks : best > 0 && Double.isFinite(best) ? best : 1;
        worst = Double.isFinite(least) ? least / marks : 0;
    }

    private List<Double> scores() {
        List<Double> scores = new ArrayList<>();
        rules.rules().forEach(rule -> scores.add(rule.number(SCORE)));
        return scores;
    }

    /** What responses earn by a mapping that is in use, by their keys. */
    private Map<String, Double> mapped(Element declared) {
        Map<String, Double> mapped = new LinkedHashMap<>();
        Element mapping = declared.child("mapping");
        Element processing = root.child("responseProcessing");
        List<Element> uses = new ArrayList<>();
        if (processing != null) {
            find(processing, "mapResponse", uses);
        }
        boolean isUsed = !uses.isEmpty()
                || processing != null && processing.attribute("template").contains("map_response");
        if (mapping != null && isUsed) {
            for (Element entry : mapping.all("mapEntry")) {
                double value = QtiRules.number(entry.attribute("mappedValue"));
                mapped.put(entry.attribute("mapKey").strip(), Double.isFinite(value) ? value : 0);
            }
        }
        return mapped;
    }

    // ---- choices

    private Interaction choice(Element interaction, Element declared) {
        apart.add(interaction);
        String response = declared.attribute("identifier");
        boolean isSingle = !declared.attribute("cardinality").equals("multiple");
        Map<String, Double> mapped = mapped(declared);
        Set<String> right = right(declared, mapped, isSingle);
        List<Double> scores = scores();
        scores.addAll(mapped.values());
        settle(scores);
        Set<String> keys = new LinkedHashSet<>();
        interaction.all("simpleChoice").forEach(each -> keys.add(each.attribute("identifier")));
        Map<String, StringBuilder> byKey = saidByKey(keys, response);
        List<Option> options = new ArrayList<>();
        for (Element each : interaction.all("simpleChoice")) {
            String key = each.attribute("identifier");
            Set<Element> inside = Collections.newSetFromMap(new IdentityHashMap<>());
            StringBuilder feedback = new StringBuilder(byKey.getOrDefault(key, new StringBuilder()));
            for (Element part : each.children()) {
                boolean isFeedback =
                        part.name().equals("feedbackInline") || part.name().equals("feedbackBlock");
                if (isFeedback) {
                    inside.add(part);
                    boolean isOwn = part.attribute("identifier").equals(key)
                            && !part.attribute("showHide").equals("hide");
                    feedback.append(isOwn ? (feedback.length() == 0 ? "" : " ") + text(part, Set.of()) : "");
                    lose(!isOwn, SAME);
                }
            }
            options.add(new Option(text(each, inside), right.contains(key), feedback.toString()));
            lose(each.attribute("fixed").equals("true"), "an option that keeps its place is like the others");
        }
        lose(right.isEmpty(), "no option is right");
        lose(
                isSingle && right.size() > 1,
                "several options earn marks where one is chosen: they are alternatives in the key");
        lose(!isSingle && !mapped.isEmpty(), "options do not earn a share each: they are right together or not at all");
        int most = (int) QtiRules.number(interaction.attribute("maxChoices"));
        boolean isBounded = !isSingle && most > 0 && most < options.size();
        lose(isBounded, "how many options may be chosen is left out");
        return new Interaction.Choice(options, isSingle);
    }

    /** The keys of the right options: those that are said to be, or those that earn the most. */
    private Set<String> right(Element declared, Map<String, Double> mapped, boolean isSingle) {
        Set<String> right = new LinkedHashSet<>();
        Element correct = declared.child("correctResponse");
        if (correct != null) {
            correct.all("value").forEach(value -> right.add(value.text().strip()));
        }
        double best =
                mapped.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        boolean isKnown = !right.isEmpty();
        for (Rule rule : rules.rules()) {
            Element test = rule.test();
            if (!isKnown && mapped.isEmpty() && test != null && rule.number(SCORE) > 0) {
                test.all("baseValue").forEach(value -> right.add(value.text().strip()));
            }
        }
        mapped.forEach((key, earned) -> {
            if (!isKnown && earned > 0 && (!isSingle || earned == best)) {
                right.add(key);
            }
            lose(earned > 0 && !right.contains(key), "an option that earns a part of the marks is a wrong one");
        });
        return right;
    }

    /** What is said to whoever chooses one of some options, by its key. */
    private Map<String, StringBuilder> saidByKey(Set<String> options, String response) {
        Map<String, StringBuilder> byKey = new LinkedHashMap<>();
        options.forEach(key -> byKey.put(key, new StringBuilder()));
        for (Rule rule : rules.rules()) {
            List<String> keys = keys(rule.test(), response);
            rule.outcomes().forEach((outcome, expression) -> {
                Map<String, StringBuilder> texts = said.getOrDefault(outcome, Map.of());
                if (QtiRules.isResponse(expression, response)) {
                    texts.forEach((key, text) -> append(byKey.get(key), text));
                    texts.keySet().removeAll(byKey.keySet());
                } else if (byKey.keySet().containsAll(keys) && !keys.isEmpty()) {
                    for (String name : QtiRules.identifiers(expression)) {
                        StringBuilder text = texts.isEmpty() ? null : texts.remove(name);
                        keys.forEach(key -> append(byKey.get(key), text));
                    }
                }
            });
        }
        return byKey;
    }

    /** The keys of which a test asks whether they were chosen. */
    private static List<String> keys(@Nullable Element test, String response) {
        if (test == null || !test.name().equals("match") && !test.name().equals("member")) {
            return List.of();
        }
        boolean asksResponse = test.children().stream().anyMatch(operand -> QtiRules.isResponse(operand, response));
        return asksResponse
                ? test.all("baseValue").stream()
                        .map(value -> value.text().strip())
                        .toList()
                : List.of();
    }

    private static void append(@Nullable StringBuilder text, @Nullable CharSequence more) {
        if (text != null && more != null && more.length() > 0) {
            text.append(text.length() == 0 ? "" : " ").append(more);
        }
    }

    // ---- numbers

    private Interaction numeric(Element gap, Element declared) {
        String response = declared.attribute("identifier");
        double correct = QtiRules.number(declared.textAt("correctResponse", "value"));
        Map<String, Double> mapped = mapped(declared);
        List<Double> scores = scores();
        scores.addAll(mapped.values());
        settle(scores);
        List<Accepted> accepted = new ArrayList<>();
        boolean isWhole = true;
        for (Rule rule : rules.rules()) {
            Range range = rule.test() == null ? null : QtiRules.range(rule.test(), response, correct);
            boolean isKnown = rule.test() == null || rule.test().name().equals("isNull") || range != null;
            isWhole &= isKnown;
            if (range != null && isFinite(range)) {
                accepted.add(new Accepted(range.value(), range.tolerance(), share(rule, range, correct), said(rule)));
            }
        }
        mapped.forEach((key, earned) -> {
            double value = QtiRules.number(key);
            lose(!Double.isFinite(value), "the answer '" + key + "' is no number, and left out");
            if (Double.isFinite(value)) {
                accepted.add(new Accepted(value, 0, Math.max(0, earned / marks), ""));
            }
        });
        if (accepted.stream().noneMatch(each -> each.share() > 0) && Double.isFinite(correct)) {
            accepted.add(new Accepted(correct, 0, 1, ""));
        }
        accepted.sort((a, b) -> Double.compare(b.share(), a.share()));
        lose(accepted.isEmpty() || accepted.get(0).share() <= 0, "no number is right");
        lose(!isWhole, "a test of the response is not understood, and left out");
        String unit = unit(gap);
        List<Scale> units = unit.isEmpty() ? List.of() : List.of(new Scale(unit, 1));
        return new Interaction.Numeric(List.of(new Blank("", accepted, units)));
    }

    private static boolean isFinite(Range range) {
        return Double.isFinite(range.value()) && Double.isFinite(range.tolerance());
    }

    /** Which part of the marks a number earns; all of them if it is the right one and nothing else is said. */
    private double share(Rule rule, Range range, double correct) {
        double score = rule.number(SCORE);
        boolean isFull = Double.isNaN(score)
                && (range.value() == correct
                        || rule.outcomes().containsKey(SCORE)
                                && !rule.outcomes()
                                        .get(SCORE)
                                        .attribute("identifier")
                                        .isEmpty());
        return isFull ? 1 : Double.isNaN(score) ? 0 : Math.min(1, Math.max(0, score / marks));
    }

    /** What is said to a number. */
    private String said(Rule rule) {
        StringBuilder feedback = new StringBuilder();
        rule.outcomes().forEach((outcome, expression) -> {
            Map<String, StringBuilder> texts = said.getOrDefault(outcome, Map.of());
            for (String name : QtiRules.identifiers(expression)) {
                append(feedback, texts.isEmpty() ? null : texts.remove(name));
            }
        });
        return feedback.toString();
    }

    /** The unit behind a gap, if its block ends with one. A block of gap and unit alone is no part of the text. */
    private String unit(Element gap) {
        List<Element> blocks = new ArrayList<>();
        around(body, gap, blocks);
        if (blocks.isEmpty()) {
            return "";
        }
        Element block = blocks.get(0);
        boolean isLast = block.children().get(block.children().size() - 1).equals(gap);
        String behind = isLast ? block.texts().get(block.children().size()).strip() : "";
        String unit = !behind.isEmpty() && Units.parse(behind) != null ? behind : "";
        boolean isAlone = isLast
                && !block.name().equals(body.name())
                && block.children().size() == 1
                && block.texts().get(0).isBlank()
                && behind.equals(unit);
        if (isAlone) {
            apart.add(block);
        }
        return unit;
    }

    /** The element that a gap stands in. */
    private static void around(Element in, Element gap, List<Element> found) {
        for (Element child : in.children()) {
            if (child.equals(gap)) {
                found.add(in);
            }
            around(child, gap, found);
        }
    }

    // ---- what is said

    private void feedback() {
        for (Element modal : root.all("modalFeedback")) {
            boolean isShown = !modal.attribute("showHide").equals("hide");
            lose(!isShown, SAME);
            if (isShown) {
                StringBuilder text = said.computeIfAbsent(
                                modal.attribute("outcomeIdentifier"), none -> new LinkedHashMap<>())
                        .computeIfAbsent(modal.attribute("identifier"), none -> new StringBuilder());
                append(text, text(modal, Set.of()));
            }
        }
    }

    /** The feedback that is called a solution, and was not said to an answer. */
    private String solution() {
        StringBuilder solution = new StringBuilder();
        said.forEach((outcome, texts) -> texts.entrySet().removeIf(feedback -> {
            String names = outcome + " " + feedback.getKey();
            boolean isSolution = names.toLowerCase(Locale.ROOT).contains("solution");
            append(solution, isSolution ? feedback.getValue() : "");
            return isSolution;
        }));
        return solution.toString();
    }

    /** Hints; other rubrics are named. */
    private List<String> rubrics() {
        List<Element> rubrics = new ArrayList<>();
        find(body, "rubricBlock", rubrics);
        List<String> hints = new ArrayList<>();
        for (Element rubric : rubrics) {
            apart.add(rubric);
            String text = text(rubric, Set.of());
            boolean isHint = rubric.attribute("class").equals("hint");
            if (isHint && !text.isEmpty()) {
                hints.add(text);
            }
            lose(!isHint && !text.isEmpty(), "a rubric for '" + rubric.attribute("view") + "' is left out");
        }
        return hints;
    }

    private void lose() {
        lose(said.values().stream().anyMatch(texts -> !texts.isEmpty()), SAME);
        lose(!rules.isWhole(), "a rule of the processing of the response is not understood, and left out");
        for (String name : UNREAD) {
            lose(root.child(name) != null, "'" + name + "' is left out");
        }
    }
}
