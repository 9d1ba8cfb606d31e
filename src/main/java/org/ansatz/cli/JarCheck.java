package org.ansatz.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipInputStream;

/**
 * Whether the program's jar and the libraries it names are whole, for the launcher: a jar that was cut short or overwritten is
 * newer than its sources, and only reading it shows the damage.
 */
public final class JarCheck {

    private JarCheck() {}

    /** Exits with 0 if every entry of every jar has the checksum it was packed with, else with 1 and a line for each that has not. */
    public static void main(String[] arguments) {
        boolean whole = true;
        for (Path jar : jars(Path.of(System.getProperty("java.class.path", "")))) {
            String damage = damage(jar);
            if (!damage.isEmpty()) {
                System.err.println(jar + " is damaged: " + damage);
                whole = false;
            }
        }
        System.exit(whole ? 0 : 1);
    }

    /** A jar, and those that its manifest names. */
    static List<Path> jars(Path jar) {
        List<Path> jars = new ArrayList<>(List.of(jar));
        try (JarFile file = new JarFile(jar.toFile())) {
            String named = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            URI base = jar.toAbsolutePath().toUri();
            for (String library :
                    named == null ? List.<String>of() : List.of(named.trim().split(" +"))) {
                jars.add(Path.of(base.resolve(library)));
            }
        } catch (IOException e) {
            // The check of the jar itself says so.
        }
        return jars;
    }

    /** What is wrong with a jar; empty if nothing is. */
    static String damage(Path jar) {
        // The table at the end is read first, since a stream of entries does not miss those that were cut off.
        try (JarFile table = new JarFile(jar.toFile());
                InputStream bytes = Files.newInputStream(jar);
                ZipInputStream entries = new ZipInputStream(bytes)) {
            int read = 0;
            while (entries.getNextEntry() != null) {
                entries.transferTo(OutputStream.nullOutputStream());
                read++;
            }
            return read == table.size() ? "" : "it has " + read + " of " + table.size() + " entries";
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
