using System.Text;

namespace MonEspaceSante.Oidc.Tests;

/// <summary>Damaged tokens, keys and claims are refused: never an exception, never a belief.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 10_000;

    [Fact]
    public async Task Ten_thousand_damaged_tokens_are_all_refused()
    {
        var provider = new StubProvider();
        using var client = provider.NewClient();
        var sound = provider.Key.Sign(provider.Dated(new() { ["iss"] = StubProvider.Issuer, ["sub"] = "somebody", ["aud"] = "platform", ["jti"] = "1" }));
        Assert.True((await client.RecogniseAsync(sound, default)).Believed);
        var random = new Random(20_261_122);

        for (var i = 0; i < Inputs; i++)
        {
            var damaged = Damage(sound, random);
            var judged = await client.RecogniseAsync(damaged, default);
            if (judged.Believed && !SaysTheSame(damaged, sound))
            {
                Assert.Fail("Believed: " + damaged);
            }
        }
    }

    [Fact]
    public async Task Damaged_answers_of_a_provider_are_read_or_refused()
    {
        var random = new Random(20_261_123);
        var sound = new StubProvider();
        string[] paths = ["/.well-known/openid-configuration", "/keys", "/token", "/userinfo"];
        string[] bodies =
        [
            sound.Metadata.ToJsonString(), $$"""{"keys":[{{sound.Key.Published.ToJsonString()}}]}""",
            """{"access_token":"access","token_type":"Bearer","id_token":"a.b.c"}""", sound.Person.ToJsonString(),
        ];
        for (var i = 0; i < 2_000; i++)
        {
            var at = i % paths.Length;
            var body = Damage(bodies[at], random);
            var provider = new StubProvider { Key = sound.Key };
            provider.Instead = path => path == paths[at] ? StubProvider.Text(body, "application/json") : null;

            // Some damage changes only what nobody asks about: what is believed is still who it is.
            var person = await provider.SignInAsync();
            Assert.True(!person.Believed || person.Value.Subject == "somebody");
        }
    }

    // Base64url has spare bits at the end of a part: other letters, the same octets.
    private static bool SaysTheSame(string damaged, string sound)
    {
        var (one, other) = (damaged.Split('.'), sound.Split('.'));
        return one.Length == 3 && one[0] == other[0] && one[1] == other[1]
            && Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(one[2]).SequenceEqual(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(other[2]));
    }

    private static string Damage(string sample, Random random)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.={}\"\\\0é";
        var text = new StringBuilder(sample);
        do
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text[at] = Letters[random.Next(Letters.Length)];
                    break;
                case 1:
                    text.Insert(at, Letters[random.Next(Letters.Length)]);
                    break;
                case 2:
                    text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 20), text.Length - at)));
                    break;
            }
        }
        while (text.Length == 0 || text.ToString() == sample);

        return text.ToString();
    }
}
