package org.ansatz.bank;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder or file on the class path: a folder of compiled classes, or a folder in a jar.
 *
 * @param name as it was asked for: {@code problems}
 * @param url where it was found
 */
record ClasspathFolder(String name, URL url) {

    /** How its name begins where paths and names of this kind stand beside each other, and in messages. */
    static final String SCHEME = "classpath:";

    /**
     * The folder or file of this name.
     *
     * @throws IOException in a sentence, if there is none, or several
     */
    static ClasspathFolder of(ClassLoader loader, String name) throws IOException {
        String plain = plain(name);
        Map<String, URL> found = new LinkedHashMap<>();
        Collections.list(loader.getResources(plain)).forEach(url -> found.putIfAbsent(url.toString(), url));
        if (plain.isEmpty() || plain.contains("!/")) {
            throw new IOException(
                    plain.isEmpty()
                            ? "the name of the folder is empty; write 'classpath:problems'"
                            : "a jar inside a jar is not read; put the inner jar on the class path by itself");
        }
        if (found.isEmpty()) {
            throw new IOException("there is no folder or file '" + plain + "' on the class path; is it below"
                    + " src/main/resources or src/test/resources? A jar must have an entry for the folder itself");
        }
        if (found.size() > 1) {
            throw new IOException("'" + plain + "' is on the class path " + found.size() + " times: "
                    + String.join(" and ", found.keySet()) + "; give each bank a folder of its own name");
        }
        return new ClasspathFolder(plain, found.values().iterator().next());
    }

    private static String plain(String name) {
        String plain = name.startsWith(SCHEME) ? name.substring(SCHEME.length()) : name;
        int from = 0;
        int to = plain.length();
        while (from < to && plain.charAt(from) == '/') {
            from++;
        }
        while (to > from && plain.charAt(to - 1) == '/') {
            to--;
        }
        return plain.substring(from, to);
    }

    /** Where it is among the files of this machine; null if it is in a jar. */
    @Nullable
    Path path() throws IOException {
        try {
            return url.getProtocol().equals("file") ? Path.of(url.toURI()) : null;
        } catch (URISyntaxException e) {
            throw new IOException("its place is no path here: " + url, e);
        }
    }

    /**
     * A file in a jar.
     *
     * @param jar the jar
     * @param path in it: {@code problems/circuits/divider.yaml}
     */
    record Packed(JarFile jar, String path) {
        /** The id of the problem in it, as {@link ProblemIds} tells it of files. */
        String id(String folder) {
            return ProblemIds.id(Path.of("/", folder), Path.of("/", path));
        }

        /** How it is called in messages. */
        String name() {
            return SCHEME + path;
        }

        /** Another file of the same jar. */
        Packed in(String other) {
            return new Packed(jar, other);
        }

        boolean exists() {
            JarEntry entry = jar.getJarEntry(path);
            return entry != null && !entry.isDirectory();
        }

        InputStream open() throws IOException {
            return jar.getInputStream(jar.getEntry(path));
        }
    }

    /**
     * The YAML files of a jar that are this file, or below this folder, by their paths.
     *
     * @throws IOException in a sentence, if what it lies in cannot be read
     */
    List<Packed> packed() throws IOException {
        JarFile jar = jar();
        List<Packed> files = new ArrayList<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            String path = entry.getName();
            boolean isOurs = path.equals(name) || path.startsWith(name + "/");
            if (isOurs && !entry.isDirectory() && ProblemIds.isProblem(path) && !path.contains("/.")) {
                files.add(new Packed(jar, path));
            }
        }
        files.sort(Comparator.comparing(Packed::path));
        return files;
    }

    private JarFile jar() throws IOException {
        String unread =
                "it lies in " + url + ", which cannot be listed: folders and jars on the class path are read, a jar"
                        + " inside a jar is not";
        try {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection) {
                return ((JarURLConnection) connection).getJarFile();
            }
        } catch (MalformedURLException e) {
            throw new IOException(unread, e);
        }
        throw new IOException(unread);
    }
}
