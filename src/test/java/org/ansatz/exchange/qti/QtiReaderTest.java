package org.ansatz.exchange.qti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ansatz.exchange.Draft;
import org.ansatz.exchange.Formats;
import org.ansatz.exchange.Importer;
import org.ansatz.exchange.Samples;
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
import org.ansatz.exchange.item.Numerals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items and packages of QTI, written by hand after the specification, and those that our own writer makes. */
final class QtiReaderTest {

    private static final Path FILES = Path.of("src/test/resources/exchange/qti");

    private static Imported read(String name) throws Exception {
        return Importer.read(Files.readAllBytes(FILES.resolve(name)));
    }

    private static Blank blank(Item item) {
        return ((Numeric) item.interaction()).blanks().get(0);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A package of hand-made files. */
    private static Map<String, byte[]> parts() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", Files.readAllBytes(FILES.resolve("imsmanifest.xml")));
        files.put("items/a drop.xml", Files.readAllBytes(FILES.resolve("drop.xml")));
        files.put("items/choice.xml", Files.readAllBytes(FILES.resolve("choice.xml")));
        files.put("items/order.xml", Files.readAllBytes(FILES.resolve("order.xml")));
        files.put("items/images/rc.png", new byte[] {1});
        return files;
    }

    @Test
    void aChoice() throws Exception {
        Imported imported = read("choice.xml");
        Item item = imported.items().get(0);
        assertThat(item.id()).isEqualTo("tau");
        assertThat(item.title()).isEqualTo("Time constant");
        assertThat(item.text()).isEqualTo("""
                A resistor $R_{1}$ feeds **one** capacitor. Which is $$\\tau =\\frac{L}{R}$$?

                [the circuit]

                Choose one.""");
        assertThat(item.marks()).isEqualTo(2);
        assertThat(item.wrong()).isEqualTo(-0.25);
        assertThat(item.solution()).isEqualTo("It is $RC$.");
        assertThat(item.interaction())
                .isEqualTo(new Choice(
                        List.of(
                                new Option("1 us", false, "Kilo was lost."),
                                new Option("1 ms", true, ""),
                                new Option("it never ends", false, "")),
                        true));
        assertThat(imported.losses())
                .extracting(Loss::what)
                .containsExactlyInAnyOrder(
                        "an option that keeps its place is like the others",
                        "a rubric for 'author' is left out",
                        "a picture is left out: rc.png",
                        "feedback that is the same for all right or wrong replies is left out",
                        "'stylesheet' is left out");
    }

    @Test
    void aNumberHasRangesSharesFeedbackAndItsUnit() throws Exception {
        Imported imported = read("drop.xml");
        Item item = imported.items().get(0);
        assertThat(item.text()).isEqualTo("Which voltage drops?");
        assertThat(item.marks()).isEqualTo(4);
        assertThat(item.wrong()).isEqualTo(-0.25);
        List<Accepted> accepted = blank(item).accepted();
        assertThat(accepted).extracting(Accepted::share).containsExactly(1.0, 0.25, 0.0);
        assertThat(accepted.get(0).value()).isEqualTo(2);
        assertThat(accepted.get(0).tolerance()).isCloseTo(0.1, within(1e-12));
        assertThat(accepted.get(1)).isEqualTo(new Accepted(4, 0.4, 0.25, "Squared."));
        assertThat(accepted.get(2)).isEqualTo(new Accepted(0.5, 0.05, 0, ""));
        assertThat(blank(item).units()).containsExactly(new Scale("V", 1));
        assertThat(imported.losses())
                .extracting(Loss::what)
                .containsExactly("a test of the response is not understood, and left out");
    }

    @Test
    void aPackageIsReadAfterItsManifest() throws Exception {
        Imported imported = Importer.read(zip(parts()));
        assertThat(imported.items()).extracting(Item::title).containsExactly("A drop", "Time constant");
        assertThat(imported.items().get(0).topic()).isEqualTo("electronique/ac-dc");
        assertThat(imported.losses())
                .contains(
                        new Loss(
                                "items/test.xml",
                                "left out: only items are read, and this is a test or what belongs to one"),
                        new Loss(
                                "Order", "left out: only choices and numbers are read, and this is 'orderInteraction'"),
                        new Loss("items/gone.xml", "left out: the manifest names this file, and it is not there"));
    }

    @Test
    void withoutAManifestItsItemsAreFound() throws Exception {
        Map<String, byte[]> files = parts();
        files.remove("imsmanifest.xml");
        assertThat(Importer.read(zip(files)).items()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qti", "qti21"})
    void whatIsWrittenIsReadBack(String format) throws Exception {
        List<Item> items =
                List.of(Samples.item(Samples.LAMP), Samples.item(Samples.CLAIMS), Samples.item(Samples.NUMBER));
        Imported back = Importer.read(
                Objects.requireNonNull(Formats.called(format)).write(items).bytes());
        assertThat(back.losses()).isEmpty();
        assertThat(back.items()).hasSize(items.size());
        for (int i = 0; i < items.size(); i++) {
            Item item = back.items().get(i);
            Item first = items.get(i);
            assertThat(item.id()).isEqualTo(first.id());
            assertThat(item.title()).isEqualTo(first.title());
            assertThat(item.topic()).isEqualTo(first.topic());
            assertThat(item.text()).startsWith(formulas(first.text()));
            assertThat(item.solution()).isEqualTo(formulas(first.solution()));
            assertThat(item.hints()).isEqualTo(first.hints());
            assertThat(item.marks()).isEqualTo(first.marks());
            assertThat(item.wrong()).isCloseTo(first.wrong(), within(1e-9));
            if (item.interaction() instanceof Choice choice) {
                assertThat(choice).isEqualTo(first.interaction());
            } else {
                assertThat(blank(item).accepted().toString())
                        .isEqualTo(rounded(blank(first).accepted()).toString());
                assertThat(blank(item).unit()).isEqualTo(blank(first).unit());
            }
        }
    }

    /** With the digits that are written. */
    private static List<Accepted> rounded(List<Accepted> accepted) {
        return accepted.stream()
                .map(each -> new Accepted(
                        each.value(), Double.parseDouble(Numerals.of(each.tolerance())), each.share(), each.feedback()))
                .toList();
    }

    private static String formulas(String text) {
        return text.replace("U^2/R", "\\frac{U^{2}}{R}")
                .replace("I = U/R", "I=\\frac{U}{R}")
                .replace("P = ", "P=");
    }

    @Test
    void severalGapsAndWordsAreNamed() throws Exception {
        Imported parts = Importer.read(Objects.requireNonNull(Formats.called("qti"))
                .write(List.of(Samples.item(Samples.PARTS), Samples.item(Samples.FORMULA)))
                .bytes());
        assertThat(parts.items()).isEmpty();
        assertThat(parts.losses())
                .extracting(Loss::what)
                .containsExactly(
                        "left out: only choices and numbers are read, and this is one that asks for several answers",
                        "left out: only choices and numbers are read, and this is 'extendedTextInteraction'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<math><mi>a</mi><mo>/</mo><mi>b</mi></math> | a/b",
                "<math><mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow></math> | \\left(a\\right)",
                "<math><msqrt><mi>a</mi></msqrt></math> | \\sqrt{a}",
                "<math><mroot><mi>a</mi><mn>3</mn></mroot></math> | \\left(a\\right)^{\\frac{1}{3}}",
                "<math><mover accent='true'><mi>a</mi><mo>¯</mo></mover></math> | \\bar{a}",
                "<math><munderover><mo>∑</mo><mi>k</mi><mi>n</mi></munderover></math> | \\sum_{k}^{n}",
                "<math><mfenced open='['><mi>a</mi><mi>b</mi></mfenced></math> | \\left[a,b\\right)",
                "<math><semantics><mi>a</mi><annotation>b</annotation></semantics></math> | a",
            })
    void formulas(String math, String tex) throws Exception {
        String item = Files.readString(FILES.resolve("order.xml"))
                .replace("<qti-order-interaction", "<p>" + math + "</p><qti-choice-interaction")
                .replace("</qti-order-interaction>", "</qti-choice-interaction>");
        assertThat(Importer.read(bytes(item)).items().get(0).text()).isEqualTo("$" + tex + "$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml",
                "a/../../evil.xml",
                "..\\evil.xml",
                "/etc/passwd",
                "\\\\server\\evil.xml",
                "C:\\evil.xml",
                "c:evil.xml",
                "a\nb.xml"
            })
    void namesThatLeadOutOfAPackageAreRefused(String name) throws Exception {
        Map<String, byte[]> files = parts();
        files.put(name, bytes("<a/>"));
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(zip(files))))
                .hasMessageContaining("cannot be called");
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws Exception {
        Map<String, byte[]> files = parts();
        files.put("items/Xhoice.xml", bytes("<a/>"));
        byte[] zip = zip(files);
        String latin = new String(zip, StandardCharsets.ISO_8859_1).replace("Xhoice", "choice");
        assertThat(catchThrowableOfType(
                        ImportFault.class, () -> Importer.read(latin.getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageContaining("two of its files are called 'items/choice.xml'");
    }

    /** A million times more than it seems: nothing is unpacked beyond the bound. */
    @ParameterizedTest
    @ValueSource(strings = {"bomb.xml", "bomb.png"})
    void aBombIsRefused(String name) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < 300; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(1 << 20);
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(out.toByteArray())))
                .hasMessageContaining("more than");
    }

    @Test
    void aDamagedArchiveIsToldSo() throws Exception {
        byte[] whole = zip(parts());
        for (int length : new int[] {4, 100, whole.length / 4}) {
            assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(Arrays.copyOf(whole, length))))
                    .isNotNull();
        }
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(zip(Map.of("a.txt", bytes("a"))))))
                .hasMessage("there is no item of QTI in this zip archive");
    }

    /** An item that would open a file of the machine, or a file of its own without end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><qti-assessment-item/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><qti-assessment-item>&e;</qti-assessment-item>"
            })
    void entitiesAreNeverResolved(String hostile) throws Exception {
        Map<String, byte[]> files = parts();
        files.put("items/a drop.xml", bytes(hostile));
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(zip(files))))
                .hasMessageContaining("in items/a drop.xml: a document type is not read");
        assertThat(catchThrowableOfType(ImportFault.class, () -> Importer.read(bytes(hostile))))
                .hasMessageContaining("a document type is not read");
    }

    /** Pieces of items put where they do not belong: they are told, or become drafts; nothing else happens. */
    @Test
    void shuffledItemsAreReadOrRefused() throws Exception {
        Random random = new Random(7);
        int rounds = Integer.getInteger("ansatz.items", 300);
        int drafts = 0;
        for (int i = 0; i < rounds; i++) {
            String name = List.of("choice.xml", "drop.xml", "order.xml").get(i % 3);
            StringBuilder item = new StringBuilder(Files.readString(FILES.resolve(name)));
            for (int change = random.nextInt(4); change >= 0; change--) {
                shuffle(item, random);
            }
            try {
                for (Item read : Importer.read(bytes(item.toString())).items()) {
                    drafts += Draft.of(read).yaml().isEmpty() ? 0 : 1;
                }
            } catch (ImportFault e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
        assertThat(drafts).isPositive();
    }

    /** Removes, doubles or moves what stands between two marks. */
    private static void shuffle(StringBuilder item, Random random) {
        String marks = "<>\"= ";
        int from = next(item, marks, random.nextInt(item.length()));
        int to = next(item, marks, Math.min(item.length(), from + 1 + random.nextInt(60)));
        String piece = item.substring(from, to);
        int where = random.nextInt(3);
        if (where == 0) {
            item.delete(from, to);
        } else {
            item.insert(where == 1 ? from : next(item, marks, random.nextInt(item.length())), piece);
        }
    }

    private static int next(StringBuilder item, String marks, int from) {
        int at = from;
        while (at < item.length() && marks.indexOf(item.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    @Test
    void manyRulesAndOptionsTakeNoTime() throws Exception {
        StringBuilder item = new StringBuilder(
                "<assessmentItem title='x'><responseDeclaration identifier='R' cardinality='multiple' baseType='identifier'/>"
                        + "<itemBody><choiceInteraction responseIdentifier='R'>");
        for (int i = 0; i < 20_000; i++) {
            item.append("<simpleChoice identifier='c").append(i).append("'>c</simpleChoice>");
        }
        item.append("</choiceInteraction></itemBody><responseProcessing>");
        for (int i = 0; i < 20_000; i++) {
            item.append("<setOutcomeValue identifier='F'><variable identifier='R'/></setOutcomeValue>");
        }
        item.append("</responseProcessing></assessmentItem>");
        Imported imported = Importer.read(bytes(item.toString()));
        assertThat(((Choice) imported.items().get(0).interaction()).options()).hasSize(20_000);
        assertThat(imported.losses()).extracting(Loss::what).anyMatch(what -> what.startsWith("a rule of"));
    }
}
