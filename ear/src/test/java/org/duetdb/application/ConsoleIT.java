package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duetdb.fixture.Browser;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.TestRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that shows how the databases are. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ConsoleIT {

    private static final String TEXT = "return document.body.innerText";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ArquillianResource
    URI address;

    @TempDir
    Path profile;

    /** What is written with less contrast to its background than 4.5 to 1. */
    private static final String CONTRASTS = """
            function colour(text) {
                return text.match(/[0-9.]+/g).map(Number);
            }
            function background(element) {
                const own = colour(getComputedStyle(element).backgroundColor);
                return own.length === 4 && own[3] === 0 ? background(element.parentElement) : own;
            }
            function luminance(colour) {
                const [r, g, b] = colour.slice(0, 3).map((part) => part / 255)
                    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            }
            function contrast(element) {
                const both = [colour(getComputedStyle(element).color), background(element)].map(luminance);
                return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
            }
            function faint() {
                return [...document.body.querySelectorAll('*')]
                    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
                    .filter((element) => element.checkVisibility() && contrast(element) < 4.5)
                    .map((element) => element.textContent + ' ' + contrast(element));
            }
            """;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void page_loadsItsOwnPartsOnly() throws Exception {
        HttpResponse<String> page = get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        for (String part : List.of("console.css", "console.js")) {
            assertThat(page.body()).contains('"' + part + '"');
            assertThat(get(part).statusCode()).isEqualTo(200);
            assertThat(get(part).body()).doesNotContain("://");
        }
        assertThat(page.body()).doesNotContain("://");
    }

    @Test
    void events_tellEveryDatabaseAgainAndAgain() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("databases/events")).build();
        HttpResponse<Stream<String>> response = HTTP.send(request, BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (Stream<String> lines = response.body()) {
            Iterator<String> events =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            for (int event = 0; event < 3; event++) {
                assertThat(array(events.next().substring("data:".length()))).hasSize(8);
            }
        }
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    /** As a browser draws it, with a replica and without. */
    @Test
    void page_inABrowser_showsWhatIsUpAndWhatIsNot() throws Exception {
        assumeTrue(Browser.isInstalled(), "there is no Chromium");
        try (Browser browser = Browser.start(profile)) {
            browser.visit(address);
            await(browser, "all up");
            assertThat(browser.evaluate(TEXT)).contains("analytics", "default", "primary", "standby", "at most");
            TestRun.databases().standby().crash();
            await(browser, "2 degraded");
            assertThat(browser.evaluate(TEXT)).contains("[alias=default, role=read]");
        } finally {
            TestRun.databases().standby().start();
            TestRun.databases().awaitReplication();
        }
    }

    private static void await(Browser browser, String summary) throws Exception {
        while (!browser.evaluate("return document.getElementById('summary').textContent")
                .equals(summary)) {
            Thread.sleep(100);
        }
    }

    /** Where a phone is not wide enough, nothing sticks out. */
    @Test
    void page_onAPhone_isNotWiderThanIt() throws Exception {
        assumeTrue(Browser.isInstalled(), "there is no Chromium");
        try (Browser browser = Browser.start(profile)) {
            browser.shrinkTo(320);
            browser.visit(address);
            await(browser, "all up");
            assertThat(browser.evaluate("return String(innerWidth) + ' ' + document.documentElement.scrollWidth"))
                    .isEqualTo("320 320");
        }
    }

    /** All that is written can be read, in both (Web Content Accessibility Guidelines 2.2, 1.4.3). */
    @ParameterizedTest
    @CsvSource({"light, 1", "dark, 0"})
    void page_inEachColourScheme_hasEnoughContrast(String scheme, int brightness) throws Exception {
        assumeTrue(Browser.isInstalled(), "there is no Chromium");
        try (Browser browser = Browser.start(profile)) {
            browser.prefer(scheme);
            browser.visit(address);
            await(browser, "all up");
            assertThat(browser.evaluate(CONTRASTS + "return String(Math.round(luminance(background(document.body))))"))
                    .isEqualTo(Integer.toString(brightness));
            assertThat(browser.evaluate(CONTRASTS + "return faint().join('; ')"))
                    .isEmpty();
        }
    }
}
