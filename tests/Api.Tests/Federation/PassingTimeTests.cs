using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>What ends by itself; on a platform whose clock can be put forward.</summary>
public sealed class PassingTimeTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string Session = "/api/v1/professional/session";

    private readonly Browser _browser = new(platform);

    [Fact]
    public async Task A_session_of_a_professional_is_over_after_15_minutes_without_use()
    {
        var gp = await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs);
        platform.Clock.Advance(TimeSpan.FromMinutes(14));
        (await gp.GetAsync(Session)).Is(HttpStatusCode.OK);
        platform.Clock.Advance(TimeSpan.FromMinutes(14));
        (await gp.GetAsync(Session)).Is(HttpStatusCode.OK);

        platform.Clock.Advance(TimeSpan.FromMinutes(15));
        (await gp.GetAsync(Session)).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
    }

    [Fact]
    public async Task Used_or_not_it_is_over_after_8_hours()
    {
        var gp = await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs);
        for (var minutes = 0; minutes < 8 * 60 - 10; minutes += 10)
        {
            platform.Clock.Advance(TimeSpan.FromMinutes(10));
            (await gp.GetAsync(Session)).Is(HttpStatusCode.OK);
        }

        platform.Clock.Advance(TimeSpan.FromMinutes(10));
        (await gp.GetAsync(Session)).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
    }

    [Fact]
    public async Task A_token_of_software_ends_with_the_assertion_and_within_five_minutes()
    {
        var hospital = Software.OfTheHospital(platform);
        var token = await hospital.TokenForAsync(DevelopmentPeople.Specialist.IdNatPs);
        (await hospital.GetAsync("/fhir/metadata", token)).Is(HttpStatusCode.OK);

        platform.Clock.Advance(TimeSpan.FromMinutes(4));
        (await hospital.GetAsync("/fhir/metadata", token)).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: true);
    }

    [Fact]
    public async Task Who_comes_back_from_a_provider_after_ten_minutes_begins_again()
    {
        var back = await _browser.GoAsync($"{Session}/start", DevelopmentPeople.Gp.IdNatPs);
        platform.Clock.Advance(TimeSpan.FromMinutes(10));
        (await platform.Visitors.Citizen().PostAsync($"{Session}/exercises", back.Json)).IsRefused(HttpStatusCode.Unauthorized, "federation-refused", fhir: false);
    }

    [Fact]
    public async Task Keys_that_the_provider_changed_are_followed()
    {
        await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs);
        Software.ProviderOf(platform).Keys.Rotate();
        platform.Clock.Advance(TimeSpan.FromMinutes(2));

        (await (await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs)).GetAsync(Session)).Is(HttpStatusCode.OK);
    }
}
