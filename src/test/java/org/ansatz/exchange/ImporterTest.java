package org.ansatz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ansatz.exchange.item.ImportFault;
import org.ansatz.exchange.item.Imported;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Choice;
import org.ansatz.exchange.item.Interaction.Numeric;
import org.ansatz.exchange.item.Interaction.Option;
import org.ansatz.exchange.item.Interaction.Scale;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other programs, written by hand after their documentation, and what our own writers make. */
final class ImporterTest {

    private static final Path FILES = Path.of("src/test/resources/exchange");

    private static Imported read(String name) throws Exception {
        return Importer.read(Files.readAllBytes(FILES.resolve(name)));
    }

    private static Item called(Imported imported, String title) {
        return imported.items().stream()
                .filter(item -> item.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Blank blank(Item item) {
        return ((Numeric) item.interaction()).blanks().get(0);
    }

    @Test
    void aChoiceOfMoodle() throws Exception {
        Item item = called(read("moodle.xml"), "Time constant");
        assertThat(item.topic()).isEqualTo("electronique/ac-dc");
        assertThat(item.text()).isEqualTo("""
                A resistor $R_{1}$ = 1 kΩ feeds **one** capacitor. What is $\\tau = R_1 C$ for 1µF?

                - ideal parts

                - $$x^{2}$$

                [the circuit]""");
        assertThat(item.solution()).isEqualTo("It is RC.");
        assertThat(item.hints()).containsExactly("Multiply.");
        assertThat(item.marks()).isEqualTo(2);
        assertThat(item.wrong()).isCloseTo(-1.0 / 3, within(1e-6));
        assertThat(item.interaction())
                .isEqualTo(new Choice(
                        List.of(
                                new Option("1 ms", true, ""),
                                new Option("1 us", false, "Kilo was lost."),
                                new Option("it never ends", false, "")),
                        true));
    }

    @Test
    void aNumberOfMoodleHasItsFirstUnitFirst() throws Exception {
        Blank blank = blank(called(read("moodle.xml"), "A drop"));
        assertThat(blank.units()).containsExactly(new Scale("V", 1), new Scale("mV", 1000));
        assertThat(blank.accepted()).containsExactly(new Accepted(2, 0.05, 1, ""), new Accepted(4, 0, 0, "Squared."));
    }

    @Test
    void whatMoodleHasBesidesIsNamed() throws Exception {
        assertThat(read("moodle.xml").items()).hasSize(3);
        assertThat(read("moodle.xml").losses())
                .contains(
                        new Loss("Time constant", "a picture is left out: rc.png"),
                        new Loss("Pairs", "left out: only choices and numbers are read, and this is 'matching'"))
                .anyMatch(loss -> loss.what().startsWith("feedback that is the same"));
    }

    @Test
    void questionsOfGift() throws Exception {
        Imported imported = read("questions.gift.txt");
        Item order = called(imported, "Order");
        assertThat(order.id()).isEqualTo("lp-1");
        assertThat(order.topic()).isEqualTo("signals/filters");
        assertThat(order.solution()).isEqualTo("Each pole gives 20 dB: two give 40.");
        assertThat(order.wrong()).isEqualTo(-0.5);
        assertThat(order.interaction())
                .isEqualTo(new Choice(
                        List.of(
                                new Option("1", false, "That is 20 dB."),
                                new Option("2", true, ""),
                                new Option("4", false, "")),
                        true));
        Choice poles = (Choice) called(imported, "Poles {2}").interaction();
        assertThat(poles.isSingle()).isFalse();
        assertThat(poles.options()).extracting(Option::isRight).containsExactly(true, true, false);
        assertThat(called(imported, "Poles {2}").text()).isEqualTo("Which are true = stable?");
        assertThat(blank(called(imported, "Question in line 18")).accepted())
                .containsExactly(new Accepted(1024, 24, 1, ""));
        assertThat(blank(called(imported, "Question in line 20")).accepted())
                .containsExactly(new Accepted(2, 0.5, 1, ""));
        assertThat(blank(called(imported, "Weighted")).accepted())
                .containsExactly(new Accepted(3, 0, 1, ""), new Accepted(4, 0.5, 0.5, "Nearly."));
        assertThat(((Choice) called(imported, "Question in line 27").interaction()).options())
                .extracting(Option::isRight)
                .containsExactly(true, false);
        assertThat(called(imported, "Question in line 29").text()).isEqualTo("The capital is _____ today.");
        assertThat(imported.losses())
                .extracting(Loss::what)
                .anyMatch(what -> what.endsWith("a matching"))
                .anyMatch(what -> what.endsWith("a short answer"))
                .anyMatch(what -> what.endsWith("an essay"))
                .anyMatch(what -> what.contains("a description"));
    }

    private static Imported imported(String text) throws Exception {
        return Importer.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A key has whom all marks are given to; whoever it takes half of them from is not right. */
    @ParameterizedTest
    @ValueSource(strings = {"::Half::Which?{~a ~%50%b =c}", """
                <quiz><question type='multichoice'><name><text>Half</text></name><questiontext><text>Which?</text></questiontext>
                <single>true</single><answer fraction='0'><text>a</text></answer><answer fraction='50'><text>b</text></answer>
                <answer fraction='100'><text>c</text></answer></question></quiz>"""})
    void anAnswerThatEarnsAPartIsNotInTheKey(String text) throws Exception {
        Imported read = imported(text);
        assertThat(Draft.of(read.items().get(0)).key()).isEqualTo("C");
        assertThat(read.losses())
                .containsExactly(
                        new Loss("Half", "'b' earns 50 % of the marks: that is not in the key, which knows no parts"));
    }

    @Test
    void aNumberThatEarnsAPartIsNotInTheKey() throws Exception {
        Draft draft =
                Draft.of(imported("::Born::When?{#=1822:0 =%50%1822:2}").items().get(0));
        assertThat(draft.key()).isEqualTo("1822");
        assertThat(draft.yaml()).contains("tolerance: 0\n");
        assertThat(draft.losses())
                .containsExactly(
                        new Loss("Born", "1822 earns 50 % of the marks: that is not in the key, which knows no parts"));
        Draft two = Draft.of(imported("::Root::Which?{#=2:0.1 =-2:0.5}").items().get(0));
        assertThat(two.key()).isEqualTo("2 or -2");
        assertThat(two.losses()).containsExactly(new Loss("Root", "right numbers have one tolerance, and -2 had 0.5"));
    }

    /** Nobody else can tell where one question ends; what was never asked is in no statement. */
    @Test
    void questionsOfGiftAreToldApartWithoutABlankLine() throws Exception {
        Imported read = imported("::One::First?{=a ~b}\n::Two::Second?\n{T}\nThird? {=c ~d} Fourth? {=e ~f}\n");
        assertThat(read.items()).extracting(Item::title).containsExactly("One");
        assertThat(read.items().get(0).text()).isEqualTo("First?");
        assertThat(read.losses())
                .containsExactly(
                        new Loss("Two", "left out: answers in several braces; a blank line parts two questions"));
        assertThat(imported("::One::First?{=a ~b}\n::Two::Second?\n{T}\n").items())
                .extracting(Item::text)
                .containsExactly("First?", "Second?");
    }

    @Test
    void whatIsSaidToTrueAndFalseIsKept() throws Exception {
        Choice choice = (Choice) imported("::West::It rises in the west.{FALSE#Look again.#Just so.}")
                .items()
                .get(0)
                .interaction();
        assertThat(choice.options())
                .containsExactly(new Option("True", false, "Look again."), new Option("False", true, "Just so."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "gift"})
    void whatIsWrittenIsReadBack(String format) throws Exception {
        List<Item> items =
                List.of(Samples.item(Samples.LAMP), Samples.item(Samples.CLAIMS), Samples.item(Samples.NUMBER));
        Imported back = Importer.read(Objects.requireNonNull(Formats.called(format))
                .write(items)
                .text()
                .getBytes(StandardCharsets.UTF_8));
        assertThat(back.items()).hasSize(items.size());
        for (int i = 0; i < items.size(); i++) {
            Item item = back.items().get(i);
            assertThat(item.id()).isEqualTo(items.get(i).id());
            assertThat(item.title()).isEqualTo(items.get(i).title());
            assertThat(item.text()).startsWith(items.get(i).text().replace("U^2/R", "\\frac{U^{2}}{R}"));
            if (item.interaction() instanceof Choice choice) {
                assertThat(choice).isEqualTo(items.get(i).interaction());
            } else {
                assertThat(blank(item).accepted())
                        .extracting(Accepted::value, Accepted::share)
                        .isEqualTo(blank(items.get(i)).accepted().stream()
                                .map(accepted ->
                                        org.assertj.core.groups.Tuple.tuple(accepted.value(), accepted.share()))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<quiz><question></quiz> | 1 | no XML: ",
                "<quiz> | 1 | no XML: ",
                "<html></html> | 1 | Moodle XML begins with <quiz>, and this with <html>",
                "<!DOCTYPE quiz SYSTEM 'file:///etc/passwd'><quiz/> | 1 | a document type is not read",
                "<!DOCTYPE quiz [<!ENTITY a 'b'>]><quiz>&a;</quiz> | 1 | a document type is not read",
                "<quiz>&unknown;</quiz> | 1 | ",
                "::x::What? {=1 | 1 | the brace of this question is not closed",
            })
    void aBadFileIsToldWithItsPlace(String file, int line, String message) {
        ImportFault fault =
                catchThrowableOfType(ImportFault.class, () -> Importer.read(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault).hasMessageContaining(message == null ? "" : message);
    }

    @Test
    void whatIsNoTextOrNoneIsToldSo() {
        assertThat(catchThrowableOfType(
                        ImportFault.class, () -> Importer.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0})))
                .hasMessageContaining("no text in UTF-8");
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(new byte[] {' ', '\n'})))
                .hasMessageContaining("empty");
        String deep = "<quiz>" + "<a>".repeat(1000) + "</a>".repeat(1000) + "</quiz>";
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(deep.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("more than 90 deep");
    }

    /** Ten million laughs: the parser never expands what it refuses to read. */
    @Test
    void entitiesOfEntitiesAreNotResolved() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE quiz [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }
        byte[] file = laughs.append("]><quiz>&a29;</quiz>").toString().getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(file)))
                .hasMessageContaining("document type");
    }

    @Test
    void xmlSaysItsOwnEncoding() throws Exception {
        String quiz =
                "<?xml version='1.0' encoding='%s'?><quiz><question type='truefalse'><name><text>é Ω</text></name>"
                        + "<answer fraction='100'><text>true</text></answer></question></quiz>";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            byte[] file = quiz.formatted(charset.name()).getBytes(charset);
            assertThat(Importer.read(file).items().get(0).title()).isEqualTo("é Ω");
        }
        byte[] latin = quiz.replace(" Ω", "").formatted("ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Importer.read(latin).items().get(0).title()).isEqualTo("é");
        byte[] wrong = quiz.replace(" Ω", "").formatted("UTF-8").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(wrong)))
                .hasMessage("this byte belongs to no character of UTF-8");
        byte[] unknown = quiz.formatted("EBCDIC-77").getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(unknown)))
                .hasMessage("the encoding 'EBCDIC-77' is not known");
    }

    @Test
    void anInfiniteNumberIsNoAnswer() throws Exception {
        Imported imported = Importer.read("::a::How many? {#=1e400:0 =2:0}".getBytes(StandardCharsets.UTF_8));
        assertThat(blank(imported.items().get(0)).accepted())
                .extracting(Accepted::value)
                .containsExactly(2.0);
        assertThat(imported.losses())
                .extracting(Loss::what)
                .containsExactly("the answer '1e400:0' is no number, and left out");
    }
}
