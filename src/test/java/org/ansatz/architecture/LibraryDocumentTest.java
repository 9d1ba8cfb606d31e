package org.ansatz.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ansatz.bank.Bank;
import org.ansatz.field.Language;
import org.junit.jupiter.api.Test;

/** docs/library.md says of the boundary what the compiled module says. */
final class LibraryDocumentTest {

    private static final ModuleDescriptor MODULE = module();

    /** On the class path the descriptors of other modules are called the same: ours lies beside our classes. */
    private static ModuleDescriptor module() {
        try {
            Path classes = Path.of(Bank.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
                return ModuleDescriptor.read(in);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/library.md"));
    }

    private static Set<String> exported() {
        return MODULE.exports().stream()
                .filter(each -> !each.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsExportedIsWhatTheDocumentLists() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher row = Pattern.compile("^\\| `(org\\.ansatz\\.[a-z.]+)` \\| .+ \\|$", Pattern.MULTILINE)
                .matcher(document());
        while (row.find()) {
            listed.add(row.group(1));
        }
        assertThat(exported()).isEqualTo(listed);
    }

    /** What a field computes works without problems and YAML; the room of a block is exported, or one inside it. */
    @Test
    void theMathematicsOfEveryFieldIsExported() {
        Set<String> rooms = new TreeSet<>();
        Language.blockKinds().forEach(kind -> rooms.add(kind.getClass().getPackageName()));
        rooms.removeIf(room -> exported().stream().anyMatch(each -> (each + ".").startsWith(room + ".")));
        assertThat(rooms)
                .as("rooms of fields that module-info.java does not export")
                .isEmpty();
    }

    @Test
    void theModuleRequiresNoMoreThanMathematicsAndYaml() {
        assertThat(MODULE.requires().stream()
                        .filter(each -> !each.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name))
                .containsExactlyInAnyOrder("java.base", "commons.math3", "org.snakeyaml.engine.v2");
    }

    /** What has a field that changes is named as a type for one thread. */
    @Test
    void publicTypesThatChangeAreListed() throws IOException {
        String threads = document().split("## Threads", 2)[1];
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages(exported().toArray(String[]::new));
        Set<String> unlisted = classes.stream()
                .filter(type -> exported().contains(type.getPackageName()) && isPublic(type))
                .filter(type -> type.getFields().stream().anyMatch(LibraryDocumentTest::changes))
                .map(type -> type.getName()
                        .substring(type.getPackageName().lastIndexOf('.') + 1)
                        .replace('$', '.'))
                .filter(name -> !threads.contains(name + "`"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unlisted).isEmpty();
    }

    private static boolean isPublic(JavaClass type) {
        boolean own = type.getModifiers().contains(JavaModifier.PUBLIC);
        return own
                && type.getEnclosingClass().map(LibraryDocumentTest::isPublic).orElse(true);
    }

    private static boolean changes(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        return !modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.FINAL);
    }
}
